package dev.monkeycoder.gateway.stream;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a client has of a run: every durable event up to `version`, and of each call that is still
/// open the text of one attempt up to its end.
///
/// As text it is the `id` of an SSE event and comes back as `Last-Event-ID`: the version, then
/// call, attempt and end of each open call, all joined by dots. `12` is after version 12;
/// `12.5.1.340` has 340 UTF-16 units of the first attempt of call 5 besides.
public record Position(int version, SortedMap<Integer, Sent> open) {
    public static final Position START = new Position(0, new TreeMap<>());

    private static final int MOST_OPEN = 16;
    private static final Pattern FORM =
            Pattern.compile("\\d{1,9}(\\.\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}){0," + MOST_OPEN + "}");

    /// How much of an open call was sent.
    ///
    /// @param end UTF-16 units of the attempt's text, from its first
    public record Sent(int attempt, int end) {
        static final Sent NOTHING = new Sent(1, 0);
    }

    public Position {
        open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    }

    /// Reads a `Last-Event-ID`; empty when it is none of ours.
    public static Optional<Position> parse(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        var numbers =
                Pattern.compile("\\.").splitAsStream(id).mapToInt(Integer::parseInt).toArray();
        var open = new TreeMap<Integer, Sent>();
        for (var i = 1; i < numbers.length; i += 3) {
            var sent = new Sent(numbers[i + 1], numbers[i + 2]);
            if (numbers[i] < 1 || sent.attempt() < 1 || open.put(numbers[i], sent) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Position(numbers[0], open));
    }

    Position at(int newVersion) {
        return new Position(newVersion, open);
    }

    Position with(int call, Sent sent) {
        var calls = new TreeMap<>(open);
        calls.put(call, sent);
        while (calls.size() > MOST_OPEN) {
            calls.pollFirstEntry();
        }
        return new Position(version, calls);
    }

    Position without(int call) {
        var calls = new TreeMap<>(open);
        calls.remove(call);
        return new Position(version, calls);
    }

    Position closed() {
        return new Position(version, new TreeMap<>());
    }

    @Override
    public String toString() {
        var text = new StringBuilder().append(version);
        open.forEach((call, sent) ->
                text.append('.')
                        .append(call)
                        .append('.')
                        .append(sent.attempt())
                        .append('.')
                        .append(sent.end()));
        return text.toString();
    }
}
