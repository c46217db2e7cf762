package dev.monkeycoder.events;

import java.time.Instant;
import java.util.List;

/// Something that others may want to know, without an answer.
public sealed interface Fact extends Event {

    /// One attempt of a model call, to be booked once (by call and attempt).
    ///
    /// @param estimated whether the tokens are our estimate: the vendor's count never came
    /// @param outcome `completed`, `failed`, `cut` or `cancelled`
    record UsageRecorded(
            CallId call,
            int attempt,
            AgentName agent,
            String vendor,
            String model,
            Usage usage,
            Money cost,
            boolean estimated,
            String outcome,
            Instant at)
            implements Fact {
        public UsageRecorded {
            Check.present(call, "call");
            Check.atLeast(1, attempt, "attempt");
            Check.present(agent, "agent");
            Check.text(vendor, "vendor");
            Check.text(model, "model");
            Check.present(usage, "usage");
            Check.present(cost, "cost");
            Check.text(outcome, "outcome");
            Check.present(at, "at");
        }

        @Override
        public String stream() {
            return call.run().toString();
        }
    }

    /// An agent's turn ended: what it was asked and what it answered, for the session's history.
    record TurnRecorded(
            RunId run,
            SessionId session,
            int turn,
            AgentName agent,
            String asked,
            String answer,
            Instant at)
            implements Fact {
        public TurnRecorded {
            Check.present(run, "run");
            Check.present(session, "session");
            Check.atLeast(1, turn, "turn");
            Check.present(agent, "agent");
            Check.present(asked, "asked");
            Check.present(answer, "answer");
            Check.present(at, "at");
        }

        @Override
        public String stream() {
            return run.toString();
        }
    }

    /// A key must not work any more: whoever caches what it was exchanged for drops it.
    record KeyRevoked(String key) implements Fact {
        public KeyRevoked {
            Check.text(key, "key");
        }

        @Override
        public String stream() {
            return key;
        }
    }

    /// Calls that must stop. Every replica reads all of these; one that comes before its command
    /// leaves a tombstone.
    record CallsCancelled(RunId run, List<CallId> calls) implements Fact {
        public CallsCancelled {
            Check.present(run, "run");
            calls = Check.list(calls);
        }

        @Override
        public String stream() {
            return run.toString();
        }
    }
}
