package dev.monkeycoder.gateway.stream;

import static dev.monkeycoder.gateway.stream.Events.delta;
import static dev.monkeycoder.gateway.stream.Events.finished;
import static dev.monkeycoder.gateway.stream.Events.message;
import static dev.monkeycoder.gateway.stream.Events.restarted;
import static dev.monkeycoder.gateway.stream.Events.started;
import static dev.monkeycoder.gateway.stream.Events.turn;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.Durable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A generated run: what the store holds in the end, and what its writers put on the topic.
///
/// @param stored all durable events, versions with holes as the run's own events leave them
/// @param topic the same with deltas, in the order in which they came about
record Script(List<Durable> stored, List<ClientEvent> topic) {
    static Script generate(Random random) {
        var stored = new ArrayList<Durable>();
        var topic = new ArrayList<ClientEvent>();
        var version = 1;
        add(started(version), stored, topic);
        for (var call = 1; call <= 1 + random.nextInt(5); call++) {
            version += 1 + random.nextInt(3);
            add(turn(version, 1), stored, topic);
            var attempts = 1 + random.nextInt(3);
            var texts = new ArrayList<String>();
            for (var attempt = 1; attempt <= attempts; attempt++) {
                texts.add(attempt(call, attempt, random, topic));
            }
            version += 1 + random.nextInt(3);
            var winner = random.nextInt(5) == 0 ? 1 + random.nextInt(attempts) : attempts;
            add(message(version, call, winner, texts.get(winner - 1)), stored, topic);
        }
        add(finished(version + 1), stored, topic);
        return new Script(List.copyOf(stored), List.copyOf(topic));
    }

    private static void add(Durable event, List<Durable> stored, List<ClientEvent> topic) {
        stored.add(event);
        topic.add(event);
    }

    private static String attempt(int call, int attempt, Random random, List<ClientEvent> topic) {
        if (attempt > 1 && random.nextInt(3) > 0) {
            topic.add(restarted(call, attempt));
        }
        var text = new StringBuilder();
        for (var piece = random.nextInt(8); piece > 0; piece--) {
            var more =
                    random.ints(1 + random.nextInt(12), 'a', 'z')
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            topic.add(delta(call, attempt, text.length(), more));
            text.append(more);
        }
        return text.toString();
    }

    /// What may be wrong with a delivery; each has the troubles before it too.
    enum Trouble {
        NONE,
        REPEATED,
        REORDERED,
        LOST;

        /// As Kafka and the outbox promise it: the order within a run.
        boolean keepsOrder() {
            return compareTo(REORDERED) < 0;
        }
    }

    /// The topic as a reader may get it.
    List<ClientEvent> topic(Trouble trouble, Random random) {
        var delivered = new ArrayList<>(topic);
        if (trouble.compareTo(Trouble.REPEATED) >= 0) {
            for (var i = random.nextInt(10); i > 0; i--) {
                var from = random.nextInt(delivered.size());
                var again =
                        List.copyOf(delivered.subList(from, Math.min(delivered.size(), from + 4)));
                delivered.addAll(from + again.size(), again);
            }
        }
        if (trouble.compareTo(Trouble.REORDERED) >= 0) {
            for (var i = random.nextInt(10); i > 0; i--) {
                Collections.swap(
                        delivered,
                        random.nextInt(delivered.size()),
                        random.nextInt(delivered.size()));
            }
        }
        if (trouble == Trouble.LOST) {
            for (var i = random.nextInt(5); i > 0 && delivered.size() > 1; i--) {
                delivered.remove(random.nextInt(delivered.size()));
            }
        }
        return delivered;
    }
}
