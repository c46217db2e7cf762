package dev.monkeycoder.simulator.play;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A whole response: status, headers, and the beats of its body in the order of their times.
public record Playback(int status, Map<String, String> headers, List<Beat> beats) {
    public Playback {
        headers = Map.copyOf(headers);
        beats = List.copyOf(beats);
    }

    /// A response that is sent at once.
    public static Playback atOnce(int status, Map<String, String> headers, String body) {
        return new Playback(
                status, headers, List.of(new Beat.Send(Duration.ZERO, new Frame(body))));
    }
}
