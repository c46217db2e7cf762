package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.events.RunId;
import dev.monkeycoder.orchestrator.engine.Step;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.trace.RunSpans;
import dev.monkeycoder.orchestrator.view.RunView;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Tells operators what was committed: spans, metrics, log lines. Only the replica whose commit
/// stored an event tells of it.
@ApplicationScoped
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final MeterRegistry meters;
    private final RunSpans spans;

    Watch(MeterRegistry meters, RunSpans spans) {
        this.meters = meters;
        this.spans = spans;
    }

    void lostRace(RunId run) {
        meters.counter("monkey_run_races_lost").increment();
        LOG.debugf("race lost run=%s", run);
    }

    void committed(Step step) {
        for (var change : Change.of(step.before(), step.events())) {
            if (change.after() instanceof Run run) {
                committed(change, run);
            }
            spans.ended(change);
        }
    }

    private void committed(Change change, Run run) {
        var at = change.stored().at();
        switch (change.stored().event()) {
            case RunEvent.RunStarted start -> started(run, start);
            case RunEvent.TurnEnded ended -> turnEnded(run, ended, at);
            case RunEvent.HandedOver handoff -> handedOver(run, handoff);
            case RunEvent.CallRepeated repeated -> {
                meters.counter("monkey_calls_repeated").increment();
                LOG.warnf("call repeated run=%s call=%d", run.id(), repeated.call().number());
            }
            case RunEvent.CallFailed failed -> {
                meters.counter("monkey_calls_failed", "kind", failed.failure().kind().name())
                        .increment();
                LOG.warnf(
                        "call failed run=%s call=%d error=%s",
                        run.id(), failed.call().number(), failed.failure().detail());
            }
            case RunEvent.Closing _ -> ended(run, at);
            case RunEvent _ -> {}
        }
    }

    private void started(Run run, RunEvent.RunStarted start) {
        meters.counter("monkey_runs_started", "pattern", start.pattern()).increment();
        LOG.infof(
                "run started run=%s pattern=%s tenant=%s",
                run.id(), start.pattern(), start.tenant());
    }

    private void turnEnded(Run run, RunEvent.TurnEnded ended, Instant at) {
        var turn = run.turn(ended.turn());
        Timer.builder("gen_ai.invoke_agent.duration")
                .tag("gen_ai.agent.name", turn.agent().value())
                .register(meters)
                .record(Duration.between(turn.startedAt(), at));
        LOG.infof(
                "turn ended run=%s turn=%d agent=%s ms=%d",
                run.id(),
                turn.number(),
                turn.agent(),
                Duration.between(turn.startedAt(), at).toMillis());
    }

    private void handedOver(Run run, RunEvent.HandedOver handoff) {
        meters.counter("monkey_handoffs").increment();
        LOG.infof("handed over run=%s agent=%s to=%s", run.id(), handoff.from(), handoff.to());
    }

    private void ended(Run run, Instant at) {
        var status = RunView.status(run.life());
        var took = Duration.between(run.startedAt(), at);
        meters.counter("monkey_runs_ended", "pattern", run.start().pattern(), "status", status)
                .increment();
        Timer.builder("gen_ai.workflow.duration")
                .tag("gen_ai.workflow.name", run.start().pattern())
                .register(meters)
                .record(took);
        LOG.infof(
                "run ended run=%s status=%s pattern=%s tenant=%s ms=%d",
                run.id(), status, run.start().pattern(), run.start().tenant(), took.toMillis());
    }
}
