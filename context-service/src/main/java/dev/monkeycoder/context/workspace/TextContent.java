package dev.monkeycoder.context.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What counts as text: UTF-8 without a NUL. Everything else is kept as it is, but no tool reads
/// it.
public final class TextContent {
    private TextContent() {}

    public static Optional<String> decode(byte[] content) {
        for (var next : content) {
            if (next == 0) {
                return Optional.empty();
            }
        }
        try {
            // a fresh decoder reports malformed input instead of replacing it
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
