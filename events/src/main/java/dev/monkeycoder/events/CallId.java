package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names a command that waits for a result: the run and its number there, counted from 1.
///
/// The fold of a run yields the same number again on any replica, so the id is also the idempotency
/// key of the call. In JSON `"<run>/<number>"`.
public record CallId(RunId run, int number) {
    public CallId {
        Check.present(run, "call.run");
        Check.atLeast(1, number, "call.number");
    }

    /// @throws IllegalArgumentException when `text` is not of the form `<run>/<number>`
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CallId of(String text) {
        var slash = Check.text(text, "call").indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("call: " + text + " (expected: <run>/<number>)");
        }
        return new CallId(
                RunId.of(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return run + "/" + number;
    }
}
