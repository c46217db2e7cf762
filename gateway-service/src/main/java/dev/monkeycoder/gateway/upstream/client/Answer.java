package dev.monkeycoder.gateway.upstream.client;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A whole answer of a part, of any status below 500.
public record Answer(int status, Optional<String> contentType, Buffer body) {
    public boolean isGood() {
        return status < 300;
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
