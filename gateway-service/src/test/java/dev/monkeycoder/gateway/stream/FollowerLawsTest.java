package dev.monkeycoder.gateway.stream;

import static dev.monkeycoder.gateway.stream.Events.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.ClientEvent.Durable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Over generated runs and deliveries: whatever the topic does, and whenever a client leaves and
/// comes back, it gets every durable event once, in order, and every text whole, once.
class FollowerLawsTest {
    private static final int HISTORIES = 1500;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aClientThatComesAndGoesHasAllOnce(int seed) {
        var deltas = 0;
        for (var history = 0; history < HISTORIES; history++) {
            var random = new Random(seed * 1_000_003L + history);
            var script = Script.generate(random);
            var client = play(script, random);
            assertThat(client.durables()).as("history %s", history).isEqualTo(script.stored());
            deltas += client.deltas();
        }
        assertThat(deltas).as("deltas, else nothing was tried").isGreaterThan(HISTORIES);
    }

    @Test
    void aTopicThatBringsNothingIsMadeUpForByTheStore() {
        var script = Script.generate(new Random(7));
        var follower = tails().follow(RUN, Position.START);
        var client = new Client();
        client.get(follower.stored(0, script.stored()));
        assertThat(client.durables()).isEqualTo(script.stored());
        assertThat(follower.isEnded()).isTrue();
    }

    private static Tails tails() {
        return new Tails(new Tails.Bounds(10, 1_000_000, 40));
    }

    /// The topic is delivered step by step; between steps the client does what it likes, and the
    /// gateway may start anew and read the topic again from some place. The store is always at
    /// least as far as the topic.
    private static Client play(Script script, Random random) {
        var tails = tails();
        var client = new Client();
        var troubles = List.of(Script.Trouble.values());
        var trouble = troubles.get(random.nextInt(troubles.size()));
        var topic = script.topic(trouble, random);
        var follower = tails.follow(RUN, Position.START);
        var committed = 0;
        for (var i = 0; i < topic.size(); i++) {
            var event = topic.get(i);
            if (random.nextInt(4) == 0) {
                committed = Math.min(script.stored().size(), committed + random.nextInt(3));
            }
            if (event instanceof Durable durable) {
                committed = Math.max(committed, script.stored().indexOf(durable) + 1);
            }
            if (trouble.keepsOrder() && random.nextInt(40) == 0) {
                follower.close();
                tails = tails();
                topic.subList(random.nextInt(i + 1), i).forEach(tails::accept);
                follower = tails.follow(RUN, client.last());
            }
            tails.accept(event);
            if (random.nextInt(12) == 0) {
                follower.close();
                follower = tails.follow(RUN, client.last());
            }
            for (var steps = random.nextInt(4); steps > 0 && !follower.isEnded(); steps--) {
                step(follower, client, script.stored().subList(0, committed));
            }
        }
        while (!follower.isEnded() && step(follower, client, script.stored())) {}
        if (!follower.isEnded()) {
            follower.doubt();
            while (!follower.isEnded() && step(follower, client, script.stored())) {}
        }
        return client;
    }

    private static boolean step(Follower follower, Client client, List<Durable> store) {
        return switch (follower.next()) {
            case Next.Send(_, var frames) -> {
                client.get(frames);
                yield true;
            }
            case Next.AskStore(var after) -> {
                client.get(follower.stored(after, after(store, after)));
                yield true;
            }
            case Next.Wait _ -> false;
        };
    }

    private static List<Durable> after(List<Durable> store, int version) {
        return new ArrayList<>(store.stream().filter(event -> event.version() > version).toList());
    }
}
