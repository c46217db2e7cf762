package dev.monkeycoder.events;

/// What the gateway asks of orchestrator-service.
public sealed interface RunCommand extends Event {
    RunId run();

    @Override
    default String stream() {
        return run().toString();
    }

    record RunRequested(RunId run, RunSpec spec) implements RunCommand {
        public RunRequested {
            Check.present(run, "run");
            Check.present(spec, "spec");
        }
    }

    /// Stop the run. `reason` is shown to people.
    record RunCancelRequested(RunId run, String reason) implements RunCommand {
        public RunCancelRequested {
            Check.present(run, "run");
            Check.text(reason, "reason");
        }
    }
}
