package dev.monkeycoder.provider.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.resilience.RetryPolicy.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private static final RetryPolicy POLICY =
            new RetryPolicy(3, Duration.ofMillis(400), Duration.ofSeconds(1));
    private static final Duration LONG = Duration.ofMinutes(5);

    private static ChatFailure failure(Cause cause, Duration... retryAfter) {
        return new ChatFailure(
                cause, "x", retryAfter.length == 0 ? Optional.empty() : Optional.of(retryAfter[0]));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {
                "INVALID_REQUEST",
                "UNAUTHORIZED",
                "FORBIDDEN",
                "NOT_FOUND",
                "OUT_OF_QUOTA",
                "DEADLINE",
                "CANCELLED"
            })
    void whatWaitingNeverMendsIsNotRetried(Cause cause) {
        assertThat(POLICY.decide(failure(cause), 1, LONG, 0)).isEqualTo(new Verdict.GiveUp(""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "INVALID_REQUEST",
                "UNAUTHORIZED",
                "FORBIDDEN",
                "NOT_FOUND",
                "OUT_OF_QUOTA",
                "DEADLINE",
                "CANCELLED"
            })
    void everythingElseIs(Cause cause) {
        assertThat(POLICY.decide(failure(cause), 1, LONG, 0)).isInstanceOf(Verdict.Retry.class);
    }

    @Test
    void pausesDoubleAreBoundedAndSpread() {
        var reset = failure(Cause.RESET);
        assertThat(POLICY.decide(reset, 1, LONG, 0)).isEqualTo(retry(200));
        assertThat(POLICY.decide(reset, 1, LONG, 0.5)).isEqualTo(retry(300));
        assertThat(POLICY.decide(reset, 2, LONG, 0)).isEqualTo(retry(400));
        assertThat(
                        new RetryPolicy(9, POLICY.firstPause(), POLICY.longestPause())
                                .decide(reset, 8, LONG, 0))
                .isEqualTo(retry(500));
    }

    @Test
    void thirdAttemptIsTheLast() {
        assertThat(POLICY.decide(failure(Cause.CUT), 3, LONG, 0))
                .isEqualTo(new Verdict.GiveUp("after 3 attempts"));
    }

    @Test
    void vendorsHintIsFollowedToTheMillisecond() {
        var limited = failure(Cause.RATE_LIMITED, Duration.ofMillis(34_400));
        assertThat(POLICY.decide(limited, 1, LONG, 0.9)).isEqualTo(retry(34_400));
    }

    @Test
    void hintBeyondTheDeadlineEndsTheCallAtOnce() {
        var limited = failure(Cause.RATE_LIMITED, Duration.ofMinutes(6));
        assertThat(POLICY.decide(limited, 1, LONG, 0))
                .isInstanceOfSatisfying(
                        Verdict.GiveUp.class,
                        verdict -> assertThat(verdict.reason()).contains("360 s", "deadline"));
    }

    @Test
    void breakerCountsOnlyWhatTheVendorIsToBlameFor() {
        var blamed = EnumSet.noneOf(Cause.class);
        for (var cause : Cause.values()) {
            if (RetryPolicy.blamesVendor(cause)) {
                blamed.add(cause);
            }
        }
        assertThat(blamed)
                .contains(Cause.CUT, Cause.STALLED, Cause.SERVER_ERROR, Cause.ERROR_EVENT)
                .doesNotContain(
                        Cause.RATE_LIMITED,
                        Cause.UNAUTHORIZED,
                        Cause.CANCELLED,
                        Cause.BREAKER_OPEN);
    }

    private static Verdict retry(long millis) {
        return new Verdict.Retry(Duration.ofMillis(millis));
    }
}
