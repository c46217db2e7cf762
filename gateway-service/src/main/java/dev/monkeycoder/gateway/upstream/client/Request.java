package dev.monkeycoder.gateway.upstream.client;

import dev.monkeycoder.gateway.upstream.Part;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/// What a part is asked.
///
/// @param path with its query, already encoded
/// @param bearer the monkey token of the caller; absent only in the exchange of a credential
public record Request(
        Part part, HttpMethod method, String path, Optional<String> bearer, Optional<Body> body) {

    public record Body(String contentType, Buffer bytes) {}

    public static Request get(Part part, String path, String bearer) {
        return new Request(part, HttpMethod.GET, path, Optional.of(bearer), Optional.empty());
    }

    public static Request delete(Part part, String path, String bearer) {
        return new Request(part, HttpMethod.DELETE, path, Optional.of(bearer), Optional.empty());
    }

    public static Request post(Part part, String path, String bearer, Body body) {
        return new Request(part, HttpMethod.POST, path, Optional.of(bearer), Optional.of(body));
    }

    /// Whether asking twice does the same as asking once.
    boolean isRepeatable() {
        return !method.equals(HttpMethod.POST);
    }
}
