package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.ContextCommand.ContextRequested;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.orchestrator.agent.Prompt;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import java.time.Instant;

/// The commands that ask events stand for. Composed anew when one is sent again: it says the same,
/// but for its deadline.
final class Commands {
    private Commands() {}

    static Event of(Run run, RunEvent.Asked asked, Instant deadline) {
        return switch (asked) {
            case RunEvent.ContextAsked context -> context(run, context, deadline);
            case RunEvent.ModelAsked model -> model(run, model, deadline);
            case RunEvent.ToolAsked(var call, var turn, var use, var base, _) ->
                    new ToolRequested(call, turn, run.turn(turn).agent(), use, base, deadline);
        };
    }

    private static Event context(Run run, RunEvent.ContextAsked asked, Instant deadline) {
        var spec = run.start().spec();
        return new ContextRequested(
                asked.call(), spec.workspace(), spec.files(), spec.session(), deadline);
    }

    private static Event model(Run run, RunEvent.ModelAsked asked, Instant deadline) {
        var spec = run.start().spec();
        var turn = run.turn(asked.turn());
        var prompt = Prompt.of(run, turn);
        return new ModelRequested(
                asked.call(),
                asked.turn(),
                turn.agent(),
                spec.model(),
                spec.preferredVendors(),
                prompt.messages(),
                prompt.tools(),
                prompt.temperature(),
                asked.maxTokens(),
                deadline);
    }
}
