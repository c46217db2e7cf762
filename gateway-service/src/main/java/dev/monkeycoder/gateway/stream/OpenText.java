package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;

/// The text of an open call so far, put together from deltas as they come: of the newest attempt
/// only, each unit once, and of a very long text only the end.
///
/// Where a delta is missing the text starts anew behind the hole: who has all up to there goes on,
/// others get the rest with the stored message.
final class OpenText {
    private final CallId call;
    private final int turn;
    private int attempt;
    private int start;
    private final StringBuilder text = new StringBuilder();

    OpenText(CallId call, int turn, int attempt) {
        this.call = call;
        this.turn = turn;
        this.attempt = attempt;
    }

    /// @return whether anything changed
    boolean add(TextDelta delta, int most) {
        var end = delta.offset() + delta.text().length();
        if (delta.attempt() < attempt || (delta.attempt() == attempt && end <= end())) {
            return false;
        }
        if (delta.attempt() > attempt || delta.offset() > end() || delta.offset() < start) {
            attempt = delta.attempt();
            startAt(delta.offset());
        }
        text.append(delta.text(), end() - delta.offset(), delta.text().length());
        if (text.length() > 2 * most) {
            var cut = text.length() - most;
            text.delete(0, cut);
            start += cut;
        }
        return true;
    }

    /// @return whether anything changed
    boolean restart(TurnRestarted event) {
        if (event.attempt() <= attempt) {
            return false;
        }
        attempt = event.attempt();
        startAt(0);
        return true;
    }

    private void startAt(int offset) {
        start = offset;
        text.setLength(0);
    }

    CallId call() {
        return call;
    }

    int turn() {
        return turn;
    }

    int attempt() {
        return attempt;
    }

    int start() {
        return start;
    }

    int end() {
        return start + text.length();
    }

    int length() {
        return text.length();
    }

    /// @param from between start and end
    String from(int from) {
        return text.substring(from - start);
    }
}
