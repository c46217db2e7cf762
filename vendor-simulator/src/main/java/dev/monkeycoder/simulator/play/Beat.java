package dev.monkeycoder.simulator.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What happens on the connection at a time, counted from the request.
public sealed interface Beat {
    Duration at();

    /// The frame is written.
    record Send(Duration at, Frame frame) implements Beat {}

    /// The TCP connection is closed although the response has not ended.
    record Cut(Duration at) implements Beat {}

    /// Nothing is written any more, and the connection stays open until the client closes it.
    record Silence(Duration at) implements Beat {}

    /// Frames in their order, each when the tokens before it have been said.
    static List<Beat> of(List<Frame> frames, Pace pace) {
        List<Beat> beats = new ArrayList<>(frames.size());
        int said = 0;
        for (Frame frame : frames) {
            beats.add(new Send(pace.after(said), frame));
            said += frame.tokens();
        }
        return List.copyOf(beats);
    }
}
