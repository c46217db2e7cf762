package dev.monkeycoder.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.run.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginTest {
    @Test
    void readsWhatTheProviderGave() {
        var code =
                DeviceCode.of(
                        Json.tree(
                                        """
                                        {"device_code":"s","user_code":"ABCD-EFGH","verification_uri":"http://kc/device",
                                         "verification_uri_complete":"http://kc/device?user_code=ABCD-EFGH","expires_in":600,"interval":5}
                                        """)
                                .orElseThrow());
        assertThat(code)
                .contains(
                        new DeviceCode(
                                "s",
                                "ABCD-EFGH",
                                "http://kc/device",
                                Optional.of("http://kc/device?user_code=ABCD-EFGH"),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(5)));
    }

    @Test
    void anAnswerWithoutACodeIsNone() {
        assertThat(DeviceCode.of(Json.tree("{\"error\":\"invalid_client\"}").orElseThrow()))
                .isEmpty();
    }

    @Test
    void eachAnswerOfTheTokenEndpointHasItsMeaning() {
        assertThat(TokenAnswer.of(400, "{\"error\":\"authorization_pending\"}"))
                .isEqualTo(new TokenAnswer.Pending());
        assertThat(TokenAnswer.of(400, "{\"error\":\"slow_down\"}"))
                .isEqualTo(new TokenAnswer.SlowDown());
        assertThat(TokenAnswer.of(400, "{\"error\":\"access_denied\"}"))
                .isEqualTo(new TokenAnswer.Denied("the login was refused"));
        assertThat(TokenAnswer.of(400, "{\"error\":\"expired_token\"}"))
                .isInstanceOf(TokenAnswer.Denied.class);
        assertThat(TokenAnswer.of(400, "{\"error\":\"x\",\"error_description\":\"client is off\"}"))
                .isEqualTo(new TokenAnswer.Denied("client is off"));
        assertThat(TokenAnswer.of(502, "<html>"))
                .isEqualTo(
                        new TokenAnswer.Denied(
                                "the identity provider answered with HTTP status 502"));
        assertThat(
                        TokenAnswer.of(
                                200,
                                "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}"))
                .isEqualTo(new TokenAnswer.Granted("a", Optional.of("r"), Duration.ofMinutes(5)));
    }
}
