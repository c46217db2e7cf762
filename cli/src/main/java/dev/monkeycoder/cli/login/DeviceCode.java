package dev.monkeycoder.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// What the identity provider gave to start a device login (RFC 8628, section 3.2).
///
/// @param page where the person goes; `direct` already holds the code
public record DeviceCode(
        String secret,
        String userCode,
        String page,
        Optional<String> direct,
        Duration good,
        Duration interval) {
    public static Optional<DeviceCode> of(JsonNode answer) {
        var secret = answer.path("device_code").asText("");
        var code = answer.path("user_code").asText("");
        var page = answer.path("verification_uri").asText("");
        if (secret.isEmpty() || code.isEmpty() || page.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DeviceCode(
                        secret,
                        code,
                        page,
                        Optional.of(answer.path("verification_uri_complete").asText(""))
                                .filter(uri -> !uri.isEmpty()),
                        Duration.ofSeconds(answer.path("expires_in").asLong(600)),
                        Duration.ofSeconds(Math.max(1, answer.path("interval").asLong(5)))));
    }
}
