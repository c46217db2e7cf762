package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client has made of a run's events. It fails at the first event that does not fit: one
/// that comes twice or out of order, a hole in a text, a text that is not the stored one.
final class Folded {
    private final List<ClientEvent.Durable> durables = new ArrayList<>();
    private final Map<CallId, Text> open = new LinkedHashMap<>();
    private final Map<CallId, ClientEvent.MessageCompleted> messages = new LinkedHashMap<>();
    private int deltas;
    private int restarts;

    private record Text(int attempt, StringBuilder soFar) {}

    static Folded of(List<Follower.Got> events) {
        Folded folded = new Folded();
        events.stream()
                .filter(got -> !got.type().equals("run.accepted"))
                .forEach(got -> folded.take(got.event()));
        return folded;
    }

    private void take(ClientEvent event) {
        switch (event) {
            case ClientEvent.TextDelta delta -> add(delta);
            case ClientEvent.TurnRestarted restarted -> restart(restarted);
            case ClientEvent.Durable durable -> add(durable);
        }
    }

    private void add(ClientEvent.TextDelta delta) {
        deltas++;
        assertThat(messages).as("text of a call that is complete").doesNotContainKey(delta.call());
        Text text =
                open.computeIfAbsent(
                        delta.call(), _ -> new Text(delta.attempt(), new StringBuilder()));
        assertThat(delta.attempt())
                .as("attempt of %s: another one begins with turn.restarted", delta.call())
                .isEqualTo(text.attempt());
        assertThat(delta.offset())
                .as("offset in %s", delta.call())
                .isEqualTo(text.soFar().length());
        text.soFar().append(delta.text());
    }

    private void restart(ClientEvent.TurnRestarted event) {
        restarts++;
        Text before = open.get(event.call());
        assertThat(before == null ? 0 : before.attempt()).isLessThan(event.attempt());
        open.put(event.call(), new Text(event.attempt(), new StringBuilder()));
    }

    private void add(ClientEvent.Durable event) {
        if (!durables.isEmpty()) {
            assertThat(event.version()).isGreaterThan(durables.getLast().version());
            assertThat(durables.getLast()).isNotInstanceOf(ClientEvent.Ended.class);
        }
        durables.add(event);
        if (event instanceof ClientEvent.MessageCompleted message) {
            assertThat(messages).doesNotContainKey(message.call());
            Text text = open.remove(message.call());
            if (text != null) {
                assertThat(text.attempt()).isEqualTo(message.attempt());
                assertThat(text.soFar().toString()).isEqualTo(message.text());
            }
            messages.put(message.call(), message);
        }
    }

    List<ClientEvent.Durable> durables() {
        return durables;
    }

    <T extends ClientEvent.Durable> List<T> all(Class<T> kind) {
        return durables.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends ClientEvent.Durable> T only(Class<T> kind) {
        List<T> all = all(kind);
        assertThat(all).as(kind.getSimpleName()).hasSize(1);
        return all.getFirst();
    }

    List<ClientEvent.MessageCompleted> messages() {
        return List.copyOf(messages.values());
    }

    int deltas() {
        return deltas;
    }

    int restarts() {
        return restarts;
    }
}
