package dev.monkeycoder.gateway.api;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import dev.monkeycoder.events.ClientEvent.RunStarted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import dev.monkeycoder.events.ClientEvent.TurnStarted;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.Usage;
import java.time.Instant;
import java.util.List;

/// Client events of a run, as orchestrator and provider write them.
record Played(RunId run) {
    private static final Instant AT = Instant.EPOCH;
    private static final AgentName DEVELOPER = new AgentName("developer");

    RunStarted started(int version) {
        return new RunStarted(run, version, AT, "sequential/1", List.of(DEVELOPER), "0".repeat(32));
    }

    TurnStarted turn(int version) {
        return new TurnStarted(run, version, AT, 1, DEVELOPER);
    }

    TextDelta delta(int call, int attempt, int offset, String text) {
        return new TextDelta(run, 1, new CallId(run, call), attempt, offset, text);
    }

    TurnRestarted restarted(int call, int attempt) {
        return new TurnRestarted(run, 1, new CallId(run, call), attempt);
    }

    MessageCompleted message(int version, int call, int attempt, String text) {
        return new MessageCompleted(
                run,
                version,
                AT,
                1,
                DEVELOPER,
                new CallId(run, call),
                attempt,
                text,
                List.of(),
                "openai",
                "gpt-5",
                Usage.NONE,
                Money.ZERO);
    }

    RunFinished finished(int version) {
        return new RunFinished(run, version, AT, "done", 1, Usage.NONE, Money.ZERO);
    }
}
