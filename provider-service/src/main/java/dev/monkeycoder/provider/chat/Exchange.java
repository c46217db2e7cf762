package dev.monkeycoder.provider.chat;

import dev.monkeycoder.events.Usage;
import java.time.Duration;
import java.util.Optional;

/// What one try with a vendor came to.
///
/// @param id the vendor's id of the answer; empty when none came
/// @param model the model's name as the vendor gave it, else as it was asked
/// @param usage the vendor's count; empty when it never came
/// @param units the UTF-16 units that came: text, thoughts, arguments
/// @param firstToken how long the first of them took
public record Exchange(
        Ending ending,
        Progress progress,
        String id,
        String model,
        Optional<Usage> usage,
        int units,
        Optional<Duration> firstToken) {

    /// How far it got: what may have cost tokens.
    public enum Progress {
        /// No byte left for the vendor.
        NOT_SENT,
        /// The request was sent, in part or whole; no answer began.
        SENT,
        /// The vendor refused before an answer began: it counts no tokens for that.
        REFUSED,
        /// An answer began.
        STREAMING
    }

    /// The vendor was not asked at all.
    public static Exchange notSent(String model, ChatFailure failure) {
        return new Exchange(
                new Ending.Broken(failure),
                Progress.NOT_SENT,
                "",
                model,
                Optional.empty(),
                0,
                Optional.empty());
    }
}
