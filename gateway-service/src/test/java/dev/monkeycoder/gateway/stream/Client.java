package dev.monkeycoder.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A client as docs/api.md tells it to be: it folds deltas by call and attempt, and takes the text
/// of a message from its deltas when it had any, else from the message. It fails at once on a gap
/// or a repetition.
final class Client {
    private final List<Durable> durables = new ArrayList<>();
    private final Map<CallId, TreeMap<Integer, StringBuilder>> texts = new HashMap<>();
    private final Set<CallId> completed = new HashSet<>();
    private Position last = Position.START;
    private int deltas;

    void get(List<Frame> frames) {
        for (var frame : frames) {
            switch (frame.event()) {
                case TextDelta delta -> delta(delta);
                case TurnRestarted restart ->
                        texts.computeIfAbsent(restart.call(), _ -> new TreeMap<>())
                                .headMap(restart.attempt())
                                .clear();
                case Durable durable -> durable(durable);
            }
            last = Position.parse(frame.id().toString()).orElseThrow();
        }
    }

    private void delta(TextDelta delta) {
        assertThat(completed).as("calls that ended").doesNotContain(delta.call());
        assertThat(delta.text()).isNotEmpty();
        var text =
                texts.computeIfAbsent(delta.call(), _ -> new TreeMap<>())
                        .computeIfAbsent(delta.attempt(), _ -> new StringBuilder());
        assertThat(delta.offset()).as("offset in %s", delta.call()).isEqualTo(text.length());
        text.append(delta.text());
        deltas++;
    }

    private void durable(Durable event) {
        if (!durables.isEmpty()) {
            assertThat(event.version()).isGreaterThan(durables.getLast().version());
        }
        durables.add(event);
        if (event instanceof MessageCompleted message) {
            completed.add(message.call());
            var attempts = texts.get(message.call());
            if (attempts != null) {
                assertThat(attempts.getOrDefault(message.attempt(), new StringBuilder()))
                        .as("folded text of %s", message.call())
                        .hasToString(message.text());
            }
        }
    }

    List<Durable> durables() {
        return durables;
    }

    Position last() {
        return last;
    }

    int deltas() {
        return deltas;
    }
}
