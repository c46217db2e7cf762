package dev.monkeycoder.gateway.mesh;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// A request that a neighbour got.
///
/// @param traceparent empty when the trace was lost on the way
public record Heard(
        String method, String uri, Optional<String> traceparent, Optional<JsonObject> claims) {

    static Heard of(HttpServerRequest request) {
        return new Heard(
                request.method().name(),
                request.uri(),
                Optional.ofNullable(request.getHeader("traceparent")),
                Optional.ofNullable(request.getHeader("Authorization")).map(Heard::claims));
    }

    private static JsonObject claims(String authorization) {
        var payload = authorization.substring("Bearer ".length()).split("\\.", -1)[1];
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    String tenant() {
        return claims.map(json -> json.getString("tenant")).orElse("");
    }
}
