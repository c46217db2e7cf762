package dev.monkeycoder.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.run.Json;
import java.time.Duration;
import java.util.Optional;

/// What a token endpoint says while a person logs in elsewhere (RFC 8628, section 3.5).
public sealed interface TokenAnswer {
    record Granted(String accessToken, Optional<String> refreshToken, Duration good)
            implements TokenAnswer {}

    /// The person has not answered yet.
    record Pending() implements TokenAnswer {}

    /// The same, and asked too often: five seconds more between two questions from now on.
    record SlowDown() implements TokenAnswer {}

    record Denied(String reason) implements TokenAnswer {}

    static TokenAnswer of(int status, String body) {
        var answer = Json.tree(body).filter(JsonNode::isObject);
        var token = answer.map(is -> is.path("access_token").asText("")).orElse("");
        if (status == 200 && !token.isEmpty()) {
            var refresh =
                    answer.map(is -> is.path("refresh_token").asText(""))
                            .filter(is -> !is.isEmpty());
            var seconds = answer.map(is -> is.path("expires_in").asLong(60)).orElse(60L);
            return new Granted(token, refresh, Duration.ofSeconds(seconds));
        }
        return switch (answer.map(is -> is.path("error").asText("")).orElse("")) {
            case "authorization_pending" -> new Pending();
            case "slow_down" -> new SlowDown();
            case "access_denied" -> new Denied("the login was refused");
            case "expired_token" -> new Denied("the code has expired; try again");
            default -> new Denied(reason(status, answer));
        };
    }

    private static String reason(int status, Optional<JsonNode> answer) {
        return answer.map(is -> is.path("error_description").asText(""))
                .filter(text -> !text.isBlank())
                .orElse("the identity provider answered with HTTP status " + status);
    }
}
