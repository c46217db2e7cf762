package dev.monkeycoder.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How long a vendor asks to wait: `retry-after-ms`, `retry-after` (seconds or a date, RFC 9110
/// 10.2.3), Google's `RetryInfo` ("34.4s"), or Groq's sentence ("try again in 1m5.2s").
final class RetryHints {
    private static final Pattern SENTENCE =
            Pattern.compile("try again in (?:(\\d+)m(?!s))?(?:([\\d.]+)(ms|s))?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private RetryHints() {}

    static Optional<Duration> of(
            Function<String, Optional<String>> header, JsonNode error, Instant now) {
        return header.apply("retry-after-ms")
                .flatMap(RetryHints::number)
                .map(RetryHints::millis)
                .or(() -> header.apply("retry-after").flatMap(text -> secondsOrDate(text, now)))
                .or(() -> retryInfo(error))
                .or(() -> sentence(error.path("message").asText("")));
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        return number(text)
                .map(seconds -> millis(seconds * 1000))
                .or(() -> date(text).map(at -> Duration.between(now, at)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> retryInfo(JsonNode error) {
        for (var detail : error.path("details")) {
            var delay = detail.path("retryDelay").asText("");
            if (delay.endsWith("s")) {
                return number(delay.substring(0, delay.length() - 1))
                        .map(seconds -> millis(seconds * 1000));
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> sentence(String message) {
        var found = SENTENCE.matcher(message);
        if (!found.find() || (found.group(1) == null && found.group(2) == null)) {
            return Optional.empty();
        }
        var minutes = Optional.ofNullable(found.group(1)).flatMap(RetryHints::number).orElse(0.0);
        var unit = "ms".equals(found.group(3)) ? 1 : 1000;
        var rest = Optional.ofNullable(found.group(2)).flatMap(RetryHints::number).orElse(0.0);
        return Optional.of(millis(minutes * 60_000 + rest * unit));
    }

    private static Optional<Double> number(String text) {
        return SECONDS.matcher(text.strip()).matches()
                ? Optional.of(Double.valueOf(text.strip()))
                : Optional.empty();
    }

    private static Duration millis(double millis) {
        return Duration.ofMillis((long) Math.ceil(millis));
    }
}
