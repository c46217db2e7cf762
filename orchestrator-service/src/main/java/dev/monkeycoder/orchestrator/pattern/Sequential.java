package dev.monkeycoder.orchestrator.pattern;

import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.Turn;
import java.util.Optional;

/// `sequential/1`: the agents of the team take one turn each, in order, and each sees what those
/// before it answered. The last answer is the run's.
public final class Sequential implements Pattern {
    private static final String GO_ON =
            "The agents before you have done their part. Do yours, on top of what they did.";

    @Override
    public Decision next(Run run) {
        if (run.openTurn().isPresent()) {
            return new Decision.Wait();
        }
        var team = run.start().agents();
        var turns = run.work().turns();
        if (turns.size() == team.size()) {
            return new Decision.Finish(turns.getLast().end().map(Turn.End::answer).orElseThrow());
        }
        return new Decision.Ask(
                team.get(turns.size()).name(), turns.isEmpty() ? "" : GO_ON, Optional.empty());
    }
}
