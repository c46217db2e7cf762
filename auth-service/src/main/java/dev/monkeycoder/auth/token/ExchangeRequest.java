package dev.monkeycoder.auth.token;

import static dev.monkeycoder.auth.token.TokenRefusal.malformed;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request for a token exchange (RFC 8693, 2.1), read from its form.
public sealed interface ExchangeRequest {
    String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
    String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    String API_KEY = "urn:monkey:params:token-type:api-key";

    /// @param text the key as it was sent
    record WithKey(String text) implements ExchangeRequest {
        @Override
        public String toString() {
            return "WithKey[***]";
        }
    }

    /// @param text Keycloak's access token as it was sent
    record WithLogin(String text) implements ExchangeRequest {
        @Override
        public String toString() {
            return "WithLogin[***]";
        }
    }

    record Unreadable(TokenRefusal refusal) implements ExchangeRequest {}

    /// Reads a form. A parameter that would ask for something we don't do (a narrower scope, an
    /// actor, another audience) is refused by name and never passed over.
    static ExchangeRequest read(Map<String, List<String>> form) {
        var taken = Set.of("grant_type", "subject_token", "subject_token_type");
        for (var field : form.entrySet()) {
            if (!taken.contains(field.getKey())) {
                return new Unreadable(malformed("there are parameters beside " + names()));
            }
            if (field.getValue().size() != 1) {
                return new Unreadable(malformed(field.getKey() + " is there more than once"));
            }
        }
        for (var name : List.of("grant_type", "subject_token", "subject_token_type")) {
            if (value(form, name).isEmpty()) {
                return new Unreadable(malformed(name + " is missing"));
            }
        }
        return typed(form);
    }

    private static ExchangeRequest typed(Map<String, List<String>> form) {
        if (!value(form, "grant_type").equals(GRANT_TYPE)) {
            return new Unreadable(
                    new TokenRefusal(
                            TokenRefusal.Kind.UNSUPPORTED,
                            "grant_type is another (expected: " + GRANT_TYPE + ")"));
        }
        var subject = value(form, "subject_token");
        return switch (value(form, "subject_token_type")) {
            case API_KEY -> new WithKey(subject);
            case ACCESS_TOKEN -> new WithLogin(subject);
            default ->
                    new Unreadable(
                            malformed(
                                    "subject_token_type is another (expected: "
                                            + API_KEY
                                            + " or "
                                            + ACCESS_TOKEN
                                            + ")"));
        };
    }

    private static String names() {
        return "grant_type, subject_token and subject_token_type";
    }

    private static String value(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }
}
