package dev.monkeycoder.gateway.stream;

import static dev.monkeycoder.gateway.stream.Events.RUN;
import static dev.monkeycoder.gateway.stream.Events.delta;
import static dev.monkeycoder.gateway.stream.Events.events;
import static dev.monkeycoder.gateway.stream.Events.finished;
import static dev.monkeycoder.gateway.stream.Events.message;
import static dev.monkeycoder.gateway.stream.Events.restarted;
import static dev.monkeycoder.gateway.stream.Events.started;
import static dev.monkeycoder.gateway.stream.Events.turn;
import static dev.monkeycoder.gateway.stream.Events.turnCompleted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.gateway.stream.Next.AskStore;
import dev.monkeycoder.gateway.stream.Next.Send;
import dev.monkeycoder.gateway.stream.Next.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TailTest {
    private final Tails tails = new Tails(new Tails.Bounds(3, 1000, 100));

    @Test
    void aNewFollowerAsksTheStoreFirst() {
        assertThat(tails.follow(RUN, Position.START).next()).isEqualTo(new AskStore(0));
    }

    @Test
    void whoComesInMidCallGetsTheTextSoFarThenTheRest() {
        hear(started(1), turn(2, 1), delta(5, 1, 0, "Hel"), delta(5, 1, 3, "lo"));
        var follower = follower(started(1), turn(2, 1));
        assertThat(sent(follower)).containsExactly(delta(5, 1, 0, "Hello"));
        hear(delta(5, 1, 5, " you"));
        assertThat(sent(follower)).containsExactly(delta(5, 1, 5, " you"));
        assertThat(follower.at()).hasToString("2.5.1.9");
    }

    @Test
    void whoComesBackInMidCallGetsOnlyTheRest() {
        hear(started(1), turn(2, 1), delta(5, 1, 0, "Hello"));
        var follower = tails.follow(RUN, Position.parse("2.5.1.3").orElseThrow());
        follower.stored(2, List.of());
        assertThat(sent(follower)).containsExactly(delta(5, 1, 3, "lo"));
    }

    @Test
    void theNextVersionGoesOutWithoutTheStore() {
        hear(started(1));
        var follower = follower(started(1));
        hear(turn(2, 1));
        assertThat(sent(follower)).containsExactly(turn(2, 1));
    }

    @Test
    void aGapInTheVersionsIsAskedOfTheStoreOnceForAll() {
        hear(started(1));
        var follower = follower(started(1));
        var other = follower(started(1));
        hear(turn(4, 1));
        assertThat(follower.next()).isEqualTo(new AskStore(1));
        assertThat(events(follower.stored(1, List.of(turn(3, 1), turn(4, 1)))))
                .containsExactly(turn(3, 1), turn(4, 1));
        assertThat(sent(other)).containsExactly(turn(3, 1), turn(4, 1));
    }

    @Test
    void aFollowerAheadOfTheTopicGetsNoTextOfACallThatEnded() {
        hear(started(1), delta(5, 1, 0, "Hello"));
        var follower = follower(started(1), message(2, 5, 1, "Hello"));
        assertThat(follower.next()).isInstanceOf(Wait.class);
        hear(message(2, 5, 1, "Hello"), delta(6, 1, 0, "Next"));
        assertThat(sent(follower)).containsExactly(delta(6, 1, 0, "Next"));
    }

    @Test
    void anAttemptThatWasReplacedGoesNoFurther() {
        hear(started(1), delta(5, 1, 0, "old"));
        var follower = follower(started(1));
        assertThat(sent(follower)).containsExactly(delta(5, 1, 0, "old"));
        hear(restarted(5, 2), delta(5, 1, 3, "er"), delta(5, 2, 0, "new"));
        assertThat(sent(follower)).containsExactly(restarted(5, 2), delta(5, 2, 0, "new"));
    }

    @Test
    void whatComesAfterTheEndOfItsCallOrTurnIsDropped() {
        hear(started(1), message(2, 5, 1, "a"), turnCompleted(3, 1));
        var follower = follower(started(1), message(2, 5, 1, "a"), turnCompleted(3, 1));
        hear(delta(5, 2, 0, "late"), delta(6, 1, 0, "late"), restarted(5, 3));
        assertThat(follower.next()).isInstanceOf(Wait.class);
    }

    @Test
    void aSlowFollowerGetsDeltasAsOne() {
        hear(started(1));
        var follower = follower(started(1));
        hear(delta(5, 1, 0, "a"), delta(5, 1, 1, "b"), delta(5, 1, 2, "c"));
        assertThat(sent(follower)).containsExactly(delta(5, 1, 0, "abc"));
    }

    @Test
    void aFollowerThatIsLeftBehindGoesBackToTheStore() {
        hear(started(1));
        var follower = follower(started(1));
        for (var version = 2; version < 100; version++) {
            hear(turn(version, 1));
        }
        assertThat(follower.next()).isEqualTo(new AskStore(1));
    }

    @Test
    void aVeryLongTextKeepsItsEndOnly() {
        hear(started(1));
        var slow = follower(started(1));
        var quick = follower(started(1));
        hear(delta(5, 1, 0, "x".repeat(150)));
        assertThat(sent(quick)).containsExactly(delta(5, 1, 0, "x".repeat(150)));
        hear(delta(5, 1, 150, "y".repeat(60)));
        assertThat(sent(quick)).containsExactly(delta(5, 1, 150, "y".repeat(60)));
        assertThat(slow.next()).isInstanceOf(Wait.class);
        var whole = "x".repeat(150) + "y".repeat(60);
        hear(message(2, 5, 1, whole));
        assertThat(sent(slow)).containsExactly(message(2, 5, 1, whole));
    }

    @Test
    void itEndsWithTheRun() {
        hear(started(1));
        var follower = follower(started(1));
        hear(finished(2));
        assertThat(sent(follower)).containsExactly(finished(2));
        assertThat(follower.isEnded()).isTrue();
        follower.close();
        assertThat(tails.runs()).isZero();
        assertThat(tails.size()).isZero();
    }

    @Test
    void itWakesWhoWaitsAndOnlyThem() {
        hear(started(1));
        var follower = follower(started(1));
        var woken = new AtomicInteger();
        Runnable wake = woken::incrementAndGet;
        follower.await(((Wait) follower.next()).revision(), wake);
        hear(started(1));
        assertThat(woken).hasValue(0);
        hear(turn(2, 1));
        hear(turn(3, 1));
        assertThat(woken).hasValue(1);
        follower.await(0, wake);
        assertThat(woken).hasValue(2);
    }

    @Test
    void runsThatAreSilentForLongestAreForgottenFirst() {
        var follower = follower(started(1));
        for (var run = 0; run < 10; run++) {
            var other = new dev.monkeycoder.events.RunId(new java.util.UUID(1, run));
            tails.accept(
                    new ClientEvent.TurnStarted(
                            other,
                            1,
                            java.time.Instant.EPOCH,
                            1,
                            new dev.monkeycoder.events.AgentName("planner")));
        }
        assertThat(tails.runs()).isEqualTo(3);
        hear(turn(2, 1));
        assertThat(sent(follower)).containsExactly(turn(2, 1));
    }

    private void hear(ClientEvent... heard) {
        for (var event : heard) {
            tails.accept(event);
        }
    }

    private Follower follower(ClientEvent.Durable... stored) {
        var follower = tails.follow(RUN, Position.START);
        follower.stored(0, List.of(stored));
        return follower;
    }

    private static List<ClientEvent> sent(Follower follower) {
        var all = new ArrayList<ClientEvent>();
        while (follower.next() instanceof Send(_, var frames)) {
            all.addAll(events(frames));
        }
        return all;
    }
}
