package dev.monkeycoder.auth.token.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.monkeycoder.auth.token.LoginClaims;
import dev.monkeycoder.kit.event.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The middle part of a token of Keycloak, as far as it matters here.
record LoginPayload(
        @Nullable String sub,
        @Nullable String typ,
        @Nullable String azp,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                @Nullable List<String> aud,
        @Nullable String tenant,
        @Nullable RealmAccess realmAccess,
        long exp) {

    record RealmAccess(@Nullable List<String> roles) {}

    /// What `token` claims, its signature not looked at.
    ///
    /// @throws RuntimeException of some kind when it is no token
    static LoginClaims of(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("token: " + parts.length + " parts (expected: 3)");
        }
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return EventJson.read(payload, LoginPayload.class).claims();
    }

    private LoginClaims claims() {
        if (sub == null) {
            throw new IllegalArgumentException("sub: missing");
        }
        var roles = realmAccess == null ? null : realmAccess.roles();
        return new LoginClaims(
                sub,
                Optional.ofNullable(typ),
                Optional.ofNullable(azp),
                aud == null ? Set.of() : Set.copyOf(aud),
                Optional.ofNullable(tenant),
                roles == null ? Set.of() : Set.copyOf(roles),
                Instant.ofEpochSecond(exp));
    }
}
