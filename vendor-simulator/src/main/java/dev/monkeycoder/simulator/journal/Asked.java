package dev.monkeycoder.simulator.journal;

import java.time.Instant;
import java.util.Map;

/// What a client sent.
///
/// @param model empty where the body names none
/// @param keyEnd the last four characters of the API key, fewer of a key that is shorter than
///   eight, never more
/// @param headers those that [Headers] keeps, names in lower case
public record Asked(
        Instant time,
        String path,
        String model,
        String keyEnd,
        Map<String, String> headers,
        String body) {
    public Asked {
        headers = Map.copyOf(headers);
    }
}
