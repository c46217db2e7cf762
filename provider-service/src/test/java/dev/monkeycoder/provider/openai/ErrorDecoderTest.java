package dev.monkeycoder.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorDecoderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static ChatFailure refused(int status, Map<String, String> headers, String body) {
        return ErrorDecoder.refused(
                Vendor.OPENAI, status, name -> Optional.ofNullable(headers.get(name)), body, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST", "401,UNAUTHORIZED", "402,OUT_OF_QUOTA", "403,FORBIDDEN",
        "404,NOT_FOUND", "408,REQUEST_TIMEOUT", "409,CONFLICT", "413,INVALID_REQUEST",
        "422,INVALID_REQUEST", "429,RATE_LIMITED", "500,SERVER_ERROR", "502,SERVER_ERROR",
        "503,OVERLOADED", "529,OVERLOADED", "302,INVALID_REQUEST"
    })
    void statusSaysWhatItIs(int status, Cause cause) {
        assertThat(refused(status, Map.of(), "<html>").cause()).isEqualTo(cause);
    }

    @Test
    void lackOfQuotaIsNoRateLimit() {
        assertThat(refused(429, Map.of(), "{\"error\":{\"type\":\"insufficient_quota\"}}").cause())
                .isEqualTo(Cause.OUT_OF_QUOTA);
    }

    @Test
    void onlyNamesOfTheBodyAreToldOn() {
        var failure =
                refused(
                        400,
                        Map.of(),
                        """
                        {"error":{"message":"Incorrect key sk-abc: my prompt","type":"invalid_request_error",
                         "param":"max_tokens","code":"unsupported_parameter"}}
                        """);
        assertThat(failure.detail())
                .contains("openai", "400", "unsupported_parameter", "parameter max_tokens")
                .doesNotContain("sk-abc", "prompt");
        assertThat(refused(400, Map.of(), "{\"error\":{\"code\":\"sk-abc my key\"}}").detail())
                .doesNotContain("sk-abc");
    }

    @Test
    void refusedKeyNamesItsVariable() {
        assertThat(refused(401, Map.of(), "").detail()).contains("OPENAI_API_KEY");
    }

    @Test
    void bodiesOfAllVendorsAreRead() {
        assertThat(
                        refused(
                                        400,
                                        Map.of(),
                                        "{\"code\":\"invalid_argument\",\"error\":\"too long\"}")
                                .detail())
                .contains("invalid_argument");
        assertThat(
                        refused(429, Map.of(), "[{\"error\":{\"status\":\"RESOURCE_EXHAUSTED\"}}]")
                                .detail())
                .contains("RESOURCE_EXHAUSTED");
        assertThat(
                        refused(
                                        529,
                                        Map.of(),
                                        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}")
                                .detail())
                .contains("overloaded_error");
    }

    @Test
    void hintsOfAllVendorsAreRead() {
        assertThat(refused(429, Map.of("retry-after", "2"), "").retryAfter())
                .contains(Duration.ofSeconds(2));
        assertThat(refused(429, Map.of("retry-after", "1.5"), "").retryAfter())
                .contains(Duration.ofMillis(1500));
        assertThat(
                        refused(429, Map.of("retry-after-ms", "20", "retry-after", "9"), "")
                                .retryAfter())
                .contains(Duration.ofMillis(20));
        assertThat(
                        refused(429, Map.of("retry-after", "Sun, 22 Nov 2026 10:00:30 GMT"), "")
                                .retryAfter())
                .contains(Duration.ofSeconds(30));
        assertThat(
                        refused(429, Map.of("retry-after", "Sun, 22 Nov 2026 09:00:00 GMT"), "")
                                .retryAfter())
                .contains(Duration.ZERO);
        assertThat(
                        refused(
                                        429,
                                        Map.of(),
                                        """
                                        [{"error":{"details":[{"@type":"x/google.rpc.Help"},
                                          {"@type":"x/google.rpc.RetryInfo","retryDelay":"34.4s"}]}}]
                                        """)
                                .retryAfter())
                .contains(Duration.ofMillis(34_400));
        assertThat(
                        refused(
                                        429,
                                        Map.of(),
                                        "{\"error\":{\"message\":\"Please try again in 1m5.5s."
                                                + " Visit\"}}")
                                .retryAfter())
                .contains(Duration.ofMillis(65_500));
        assertThat(
                        refused(429, Map.of(), "{\"error\":{\"message\":\"try again in 120ms\"}}")
                                .retryAfter())
                .contains(Duration.ofMillis(120));
    }

    @Test
    void nonsenseIsNoHint() {
        assertThat(refused(429, Map.of("retry-after", "soon"), "{}").retryAfter()).isEmpty();
        assertThat(
                        refused(429, Map.of(), "{\"error\":{\"message\":\"try again in a while\"}}")
                                .retryAfter())
                .isEmpty();
    }
}
