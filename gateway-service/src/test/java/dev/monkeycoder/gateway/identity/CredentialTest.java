package dev.monkeycoder.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.gateway.identity.Credential.AccessToken;
import dev.monkeycoder.gateway.identity.Credential.ApiKey;
import dev.monkeycoder.gateway.identity.Credential.Reading;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {
    private static final String KEY = "mk_abcdefgh12345678";
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln";

    @Test
    void aKeyMayComeInEitherHeader() {
        var key = new Reading.Found(new ApiKey(KEY));
        assertThat(read("Bearer " + KEY, null)).isEqualTo(key);
        assertThat(read("bearer  " + KEY, null)).isEqualTo(key);
        assertThat(read(null, KEY)).isEqualTo(key);
        assertThat(read("Bearer " + KEY, KEY)).isEqualTo(key);
    }

    @Test
    void aLoginComesAsBearerToken() {
        assertThat(read("Bearer " + JWT, null)).isEqualTo(new Reading.Found(new AccessToken(JWT)));
        assertThat(read(null, JWT)).isEqualTo(new Reading.Malformed());
    }

    @Test
    void noneIsAbsent() {
        assertThat(read(null, null)).isEqualTo(new Reading.Absent());
    }

    @Test
    void twoThatDifferAreNone() {
        assertThat(read("Bearer " + KEY, KEY + "x")).isEqualTo(new Reading.Malformed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YTpi",
                "Bearer",
                "Bearer ",
                "Bearer mk_",
                "Bearer mk_short",
                "Bearer mk_with space",
                "Bearer a.b",
                "Bearer ..",
                "mk_abcdefgh12345678"
            })
    void whatCantBeACredentialIsMalformed(String header) {
        assertThat(read(header, null)).isEqualTo(new Reading.Malformed());
    }

    @Test
    void endlessTokensAreMalformed() {
        assertThat(read("Bearer " + "a".repeat(9000) + ".b.c", null))
                .isEqualTo(new Reading.Malformed());
    }

    @Test
    void itsTextShowsNowhere() {
        var key = new ApiKey(KEY);
        assertThat(key.toString() + new AccessToken(JWT) + key.fingerprint())
                .doesNotContain(KEY)
                .doesNotContain(JWT);
        assertThat(key.fingerprint()).isNotEqualTo(new ApiKey(KEY + "x").fingerprint());
    }

    private static Reading read(
            @org.jspecify.annotations.Nullable String authorization,
            @org.jspecify.annotations.Nullable String apiKey) {
        return Credential.read(Optional.ofNullable(authorization), Optional.ofNullable(apiKey));
    }
}
