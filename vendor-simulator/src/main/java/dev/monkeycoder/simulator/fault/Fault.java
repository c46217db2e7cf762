package dev.monkeycoder.simulator.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// Something that goes wrong with one answer.
///
/// @param afterChunks for what strikes in mid-stream: how many frames go out before it
/// @param retryAfter for a refusal: what the `Retry-After` header says
public record Fault(Kind kind, int afterChunks, Optional<Duration> retryAfter) {
    /// The number of frames before a fault in mid-stream when nobody says another.
    public static final int DEFAULT_AFTER_CHUNKS = 3;

    public Fault {
        if (afterChunks < 0) {
            throw new IllegalArgumentException(
                    "after_chunks: " + afterChunks + " (expected: >= 0)");
        }
    }

    public Fault(Kind kind) {
        this(kind, DEFAULT_AFTER_CHUNKS, Optional.empty());
    }

    public enum Kind {
        /// 429.
        RATE_LIMITED("429"),
        /// 500.
        SERVER_ERROR("500"),
        /// 529.
        OVERLOADED("529"),
        /// 401, whatever the key.
        REFUSED("refuse"),
        /// The TCP connection is closed in mid-stream.
        CUT("cut"),
        /// Silence in mid-stream, until the client gives up.
        STALL("stall"),
        /// One frame that is not JSON; the ones after it are whole.
        MALFORMED("malformed"),
        /// An error inside a stream that began with 200; nothing follows it.
        ERROR_EVENT("error_event"),
        /// A well-formed answer without text and tool calls.
        EMPTY("empty");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }

        /// @throws IllegalArgumentException for a name that is none
        public static Kind named(String wireName) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "fault: " + wireName + " (expected: one of " + names() + ")"));
        }

        private static String names() {
            return String.join(", ", Arrays.stream(values()).map(Kind::wireName).toList());
        }
    }
}
