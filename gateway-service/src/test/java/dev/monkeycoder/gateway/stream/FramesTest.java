package dev.monkeycoder.gateway.stream;

import static dev.monkeycoder.gateway.stream.Events.delta;
import static dev.monkeycoder.gateway.stream.Events.events;
import static dev.monkeycoder.gateway.stream.Events.finished;
import static dev.monkeycoder.gateway.stream.Events.ids;
import static dev.monkeycoder.gateway.stream.Events.message;
import static dev.monkeycoder.gateway.stream.Events.restarted;
import static dev.monkeycoder.gateway.stream.Events.started;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {
    @Test
    void eachDurableEventGoesOutOnceUnderItsVersion() {
        var frames =
                new Frames(Position.START)
                        .durable(started(1))
                        .durable(started(1))
                        .durable(message(2, 1, 1, "a"));
        assertThat(ids(frames.list())).containsExactly("1", "2");
    }

    @Test
    void theRestOfAnOpenTextComesBeforeItsMessage() {
        var frames = new Frames(at("11.5.1.3")).durable(message(12, 5, 1, "abcdef"));
        assertThat(events(frames.list()))
                .containsExactly(delta(5, 1, 3, "def"), message(12, 5, 1, "abcdef"));
        assertThat(ids(frames.list())).containsExactly("11.5.1.6", "12");
    }

    @Test
    void aTextThatTheClientHasWholeIsNotSentAgain() {
        var frames = new Frames(at("11.5.1.6")).durable(message(12, 5, 1, "abcdef"));
        assertThat(events(frames.list())).containsExactly(message(12, 5, 1, "abcdef"));
    }

    @Test
    void aMessageOfALaterAttemptResetsWhatTheClientHas() {
        var frames = new Frames(at("11.5.1.3")).durable(message(12, 5, 2, "xyz"));
        assertThat(events(frames.list()))
                .containsExactly(restarted(5, 2), delta(5, 2, 0, "xyz"), message(12, 5, 2, "xyz"));
        assertThat(ids(frames.list())).containsExactly("11.5.2.0", "11.5.2.3", "12");
    }

    @Test
    void aMessageOfAnEarlierAttemptComesWhole() {
        var frames = new Frames(at("11.5.2.3")).durable(message(12, 5, 1, "abc"));
        assertThat(events(frames.list()))
                .containsExactly(delta(5, 1, 0, "abc"), message(12, 5, 1, "abc"));
    }

    @Test
    void aMessageOfWhichTheClientHasNothingIsItsOwnText() {
        var frames = new Frames(at("11")).durable(message(12, 5, 1, "abc"));
        assertThat(events(frames.list())).containsExactly(message(12, 5, 1, "abc"));
    }

    @Test
    void otherEventsLeaveAnOpenTextOpen() {
        var frames = new Frames(at("11.5.1.3")).durable(started(12));
        assertThat(ids(frames.list())).containsExactly("12.5.1.3");
    }

    @Test
    void theEndOfTheRunClosesAll() {
        assertThat(ids(new Frames(at("11.5.1.3")).durable(finished(12)).list()))
                .containsExactly("12");
    }

    private static Position at(String id) {
        return Position.parse(id).orElseThrow();
    }
}
