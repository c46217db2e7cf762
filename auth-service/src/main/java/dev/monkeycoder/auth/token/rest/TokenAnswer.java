package dev.monkeycoder.auth.token.rest;

import dev.monkeycoder.auth.token.ExchangeRequest;
import dev.monkeycoder.auth.token.MonkeyToken;
import java.time.Instant;

/// The answer to an exchange that was granted (RFC 8693, 2.2.1).
record TokenAnswer(
        String accessToken,
        String issuedTokenType,
        String tokenType,
        long expiresIn,
        String scope) {

    static TokenAnswer of(MonkeyToken token, String signed, Instant now) {
        return new TokenAnswer(
                signed,
                ExchangeRequest.ACCESS_TOKEN,
                "Bearer",
                Math.max(0, token.lifeLeft(now).toSeconds()),
                token.scope());
    }

    /// Never with the token.
    @Override
    public String toString() {
        return "TokenAnswer[***]";
    }
}
