package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import dev.monkeycoder.events.ClientEvent.RunStarted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnCompleted;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import dev.monkeycoder.events.ClientEvent.TurnStarted;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.Usage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Client events of one run, short to write down.
final class Events {
    static final RunId RUN = new RunId(new UUID(0x0198_0000_0000_7000L, 1));

    private static final Instant AT = Instant.EPOCH;
    private static final AgentName DEVELOPER = new AgentName("developer");

    private Events() {}

    static RunStarted started(int version) {
        return new RunStarted(RUN, version, AT, "sequential/1", List.of(DEVELOPER), "0".repeat(32));
    }

    static TurnStarted turn(int version, int turn) {
        return new TurnStarted(RUN, version, AT, turn, DEVELOPER);
    }

    static TurnCompleted turnCompleted(int version, int turn) {
        return new TurnCompleted(RUN, version, AT, turn, DEVELOPER, Usage.NONE, Money.ZERO);
    }

    static RunFinished finished(int version) {
        return new RunFinished(RUN, version, AT, "done", 1, Usage.NONE, Money.ZERO);
    }

    static TextDelta delta(int call, int attempt, int offset, String text) {
        return new TextDelta(RUN, 1, new CallId(RUN, call), attempt, offset, text);
    }

    static TurnRestarted restarted(int call, int attempt) {
        return new TurnRestarted(RUN, 1, new CallId(RUN, call), attempt);
    }

    static MessageCompleted message(int version, int call, int attempt, String text) {
        return new MessageCompleted(
                RUN,
                version,
                AT,
                1,
                DEVELOPER,
                new CallId(RUN, call),
                attempt,
                text,
                List.of(),
                "openai",
                "gpt-5",
                Usage.NONE,
                Money.ZERO);
    }

    static List<ClientEvent> events(List<Frame> frames) {
        return frames.stream().map(Frame::event).toList();
    }

    static List<String> ids(List<Frame> frames) {
        return frames.stream().map(frame -> frame.id().toString()).toList();
    }
}
