package dev.monkeycoder.simulator.journal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The request headers that are worth a look in the journal. Credentials are none of them.
public final class Headers {
    private static final Set<String> KEPT =
            Set.of(
                    "traceparent",
                    "tracestate",
                    "idempotency-key",
                    "x-request-id",
                    "x-client-request-id",
                    "user-agent",
                    "content-type",
                    "accept");

    private Headers() {}

    /// The kept headers of a request, names in lower case.
    public static Map<String, String> of(Iterable<Map.Entry<String, String>> sent) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (var header : sent) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (KEPT.contains(name)) {
                kept.putIfAbsent(name, header.getValue());
            }
        }
        return kept;
    }

    /// The end of a key by which its owner knows it: four characters, and never more than half of
    /// it.
    public static String keyEnd(String key) {
        return key.substring(key.length() - Math.min(4, key.length() / 2));
    }
}
