package dev.monkeycoder.orchestrator.pattern;

import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent.HandedOver;
import dev.monkeycoder.orchestrator.run.Turn;
import java.util.Optional;

/// `handoff/1`: the first agent of the team starts. A turn that ends with a transfer leads to the
/// turn of its target; one that ends with an answer ends the run. How long agents may go on like
/// this is bounded by the run's limits alone.
public final class Handoff implements Pattern {

    @Override
    public Decision next(Run run) {
        var turns = run.work().turns();
        if (turns.isEmpty()) {
            return new Decision.Ask(run.start().agents().getFirst().name(), "", Optional.empty());
        }
        var last = turns.getLast();
        return last.end()
                .map(end ->
                        end.transfer()
                                .map(transfer ->
                                        handedOver(run)
                                                .orElseGet(() ->
                                                        new Decision.HandOver(
                                                                last.agent(), transfer)))
                                .orElseGet(() -> new Decision.Finish(end.answer())))
                .orElseGet(Decision.Wait::new);
    }

    /// The target's turn, once the handoff that the last turn wished for is recorded. There is one
    /// handoff for each turn that ended with a transfer, and nothing else makes one.
    private static Optional<Decision> handedOver(Run run) {
        var handoffs = run.work().handoffs();
        var wished = run.work().turns().stream().filter(Handoff::transferred).count();
        return handoffs.size() < wished ? Optional.empty() : Optional.of(ask(handoffs.getLast()));
    }

    private static boolean transferred(Turn turn) {
        return turn.end().flatMap(Turn.End::transfer).isPresent();
    }

    private static Decision ask(HandedOver handoff) {
        return new Decision.Ask(
                handoff.to(),
                "Handed over by %s. Reason: %s Payload: %s"
                        .formatted(handoff.from(), handoff.reason(), handoff.payload()),
                Optional.of(handoff.number()));
    }
}
