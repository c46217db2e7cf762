package dev.monkeycoder.provider.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.call.Booking.Outcome;
import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.chat.Exchange.Progress;
import dev.monkeycoder.provider.chat.Finish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingTest {
    /// 40 units in the message, 16 for its frame, 24 in the tool: 20 tokens.
    private static final ModelRequested REQUEST =
            new ModelRequested(
                    CallId.of("00000000-0000-7000-8000-000000000001/1"),
                    1,
                    new AgentName("developer"),
                    Optional.empty(),
                    List.of(),
                    List.of(new Message.User("x".repeat(40))),
                    List.of(new ToolSpec("12345678", "12345678", "12345678")),
                    Optional.empty(),
                    100,
                    Instant.EPOCH);

    private static Exchange broken(Cause cause, Progress progress, int units) {
        return exchange(
                new Ending.Broken(ChatFailure.of(cause, "x")), progress, Optional.empty(), units);
    }

    private static Exchange exchange(
            Ending ending, Progress progress, Optional<Usage> usage, int units) {
        return new Exchange(ending, progress, "", "m", usage, units, Optional.empty());
    }

    @Test
    void vendorsCountIsBookedAsItIs() {
        var usage = new Usage(10, 5, 4, 0, 2);
        var whole =
                new Ending.Whole(
                        new ChatAnswer("", "m", "hi", List.of(), Finish.STOP, Optional.of(usage)));
        assertThat(
                        Booking.of(
                                REQUEST,
                                exchange(whole, Progress.STREAMING, Optional.of(usage), 2),
                                true))
                .isEqualTo(new Booking(Outcome.COMPLETED, "m", usage, false, true));
    }

    @Test
    void missingCountIsEstimated() {
        assertThat(Booking.of(REQUEST, broken(Cause.CUT, Progress.STREAMING, 9), true))
                .isEqualTo(new Booking(Outcome.CUT, "m", Usage.of(20, 3), true, true));
        assertThat(Booking.of(REQUEST, broken(Cause.RESET, Progress.SENT, 0), false))
                .isEqualTo(new Booking(Outcome.CUT, "m", Usage.of(20, 0), true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED,REFUSED", "UNAUTHORIZED,REFUSED", "UNREACHABLE,NOT_SENT",
        "BREAKER_OPEN,NOT_SENT", "ERROR_EVENT,STREAMING", "OUT_OF_QUOTA,STREAMING"
    })
    void whatCostNothingIsBookedAsNothingAndIsNoEstimate(Cause cause, Progress progress) {
        assertThat(Booking.of(REQUEST, broken(cause, progress, 0), false))
                .isEqualTo(new Booking(Outcome.FAILED, "m", Usage.NONE, false, false));
    }

    @Test
    void errorAfterTextIsEstimated() {
        assertThat(Booking.of(REQUEST, broken(Cause.ERROR_EVENT, Progress.STREAMING, 4), true))
                .isEqualTo(new Booking(Outcome.FAILED, "m", Usage.of(20, 1), true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "CUT,CUT",
        "RESET,CUT",
        "STALLED,CUT",
        "FIRST_TOKEN_TIMEOUT,CUT",
        "DEADLINE,CUT",
        "CANCELLED,CANCELLED",
        "MALFORMED,FAILED",
        "EMPTY,FAILED",
        "SERVER_ERROR,FAILED"
    })
    void outcomeTellsHowItEnded(Cause cause, Outcome outcome) {
        assertThat(Booking.of(REQUEST, broken(cause, Progress.STREAMING, 1), true).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void attemptOfADeadProcessIsEstimatedFromWhatItNoted() {
        assertThat(Booking.lost(Outcome.CUT, REQUEST, "asked", 40))
                .isEqualTo(new Booking(Outcome.CUT, "asked", Usage.of(20, 10), true, true));
    }

    @Test
    void failureIsToldByKindAndReason() {
        var limited = ChatFailure.of(Cause.RATE_LIMITED, "groq answered 429");
        assertThat(Verdicts.failure(limited, "after 3 attempts").detail())
                .isEqualTo("groq answered 429, after 3 attempts");
        for (var cause : Cause.values()) {
            assertThat(Verdicts.failure(ChatFailure.of(cause, "x"), "").detail()).isEqualTo("x");
        }
    }
}
