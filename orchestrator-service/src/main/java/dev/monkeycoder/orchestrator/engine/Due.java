package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.RunId;

/// What a timer is for. Each has at most one timer; its key is stored.
public sealed interface Due {
    RunId run();

    String key();

    /// A call has gone without an answer for too long.
    record OfCall(CallId call) implements Due {
        @Override
        public RunId run() {
            return call.run();
        }

        @Override
        public String key() {
            return "call/" + call;
        }
    }

    /// The run's time is over.
    record OfRun(RunId run) implements Due {
        @Override
        public String key() {
            return "run/" + run;
        }
    }

    /// Nobody who knew the run's pattern was there to decide: look again.
    record OfDecision(RunId run) implements Due {
        @Override
        public String key() {
            return "decision/" + run;
        }
    }

    /// @throws IllegalArgumentException when `key` is not one of ours
    static Due of(String key) {
        var slash = key.indexOf('/');
        var rest = key.substring(slash + 1);
        return switch (key.substring(0, Math.max(0, slash))) {
            case "call" -> new OfCall(CallId.of(rest));
            case "run" -> new OfRun(RunId.of(rest));
            case "decision" -> new OfDecision(RunId.of(rest));
            default ->
                    throw new IllegalArgumentException(
                            "timer: " + key + " (expected: call/…, run/… or decision/…)");
        };
    }
}
