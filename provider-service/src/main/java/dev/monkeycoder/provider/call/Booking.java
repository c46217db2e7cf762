package dev.monkeycoder.provider.call;

import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;

/// What an attempt is booked as.
///
/// @param estimated whether the tokens are our guess, since the vendor's count never came
/// @param streamed whether clients may have seen text of it
public record Booking(
        Outcome outcome, String model, Usage usage, boolean estimated, boolean streamed) {

    public enum Outcome {
        COMPLETED("completed"),
        FAILED("failed"),
        /// The answer stopped in mid-air: the vendor, the network or our own process did.
        CUT("cut"),
        CANCELLED("cancelled");

        private final String wire;

        Outcome(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public static Booking of(ModelRequested request, Exchange exchange, boolean streamed) {
        var counted = exchange.usage();
        return new Booking(
                outcome(exchange.ending()),
                exchange.model(),
                counted.orElseGet(() -> uncounted(request, exchange)),
                counted.isEmpty() && mayHaveCost(exchange),
                streamed);
    }

    /// What an attempt is booked as whose process is gone.
    ///
    /// @param units what had come of its answer when that was last noted
    public static Booking lost(Outcome outcome, ModelRequested request, String model, int units) {
        return new Booking(outcome, model, TokenEstimate.of(request, units), true, true);
    }

    private static Usage uncounted(ModelRequested request, Exchange exchange) {
        return mayHaveCost(exchange) ? TokenEstimate.of(request, exchange.units()) : Usage.NONE;
    }

    private static boolean mayHaveCost(Exchange exchange) {
        return switch (exchange.progress()) {
            case NOT_SENT, REFUSED -> false;
            case SENT -> true;
            case STREAMING -> exchange.units() > 0 || !refusedInStream(exchange.ending());
        };
    }

    private static boolean refusedInStream(Ending ending) {
        return ending instanceof Ending.Broken(var failure)
                && (failure.cause() == Cause.ERROR_EVENT || failure.cause() == Cause.OUT_OF_QUOTA);
    }

    private static Outcome outcome(Ending ending) {
        return switch (ending) {
            case Ending.Whole _ -> Outcome.COMPLETED;
            case Ending.Broken(var failure) ->
                    switch (failure.cause()) {
                        case CANCELLED -> Outcome.CANCELLED;
                        case CUT, RESET, STALLED, FIRST_TOKEN_TIMEOUT, DEADLINE -> Outcome.CUT;
                        default -> Outcome.FAILED;
                    };
        };
    }
}
