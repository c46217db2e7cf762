package dev.monkeycoder.orchestrator.engine;

import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.CallResult.ContextPrepared;
import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.CallResult.ToolCompleted;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.orchestrator.run.RunEvent;
import java.util.Optional;

/// Turns results, as others send them, into events of the history.
final class Results {
    private Results() {}

    /// The first result of a call in flight.
    static RunEvent first(RunEvent.Asked asked, CallResult result) {
        return switch (result) {
            case ContextPrepared(var call, var workspace, var summary, var history)
                    when asked instanceof RunEvent.ContextAsked ->
                    new RunEvent.ContextPrepared(call, workspace, summary, history);
            case ModelCompleted model when asked instanceof RunEvent.ModelAsked -> answered(model);
            case ToolCompleted(var call, var output, var error, var workspace, var changed)
                    when asked instanceof RunEvent.ToolAsked ->
                    new RunEvent.ToolAnswered(call, output, error, workspace.version(), changed);
            case CallFailed(var call, var failure, var usage, var cost) ->
                    new RunEvent.CallFailed(call, failure, usage, cost, false);
            case CallResult other -> confused(other);
        };
    }

    /// A result of a call that nobody waits for any more.
    static RunEvent late(CallResult result) {
        return switch (result) {
            case ModelCompleted(var call, _, _, _, _, _, _, var usage, var cost) ->
                    new RunEvent.ResultCameLate(call, usage, cost, Optional.empty());
            case CallFailed(var call, _, var usage, var cost) ->
                    new RunEvent.ResultCameLate(call, usage, cost, Optional.empty());
            case ToolCompleted(var call, _, _, var workspace, _) ->
                    new RunEvent.ResultCameLate(
                            call, Usage.NONE, Money.ZERO, Optional.of(workspace.version()));
            case ContextPrepared(var call, _, _, _) ->
                    new RunEvent.ResultCameLate(call, Usage.NONE, Money.ZERO, Optional.empty());
        };
    }

    private static RunEvent answered(ModelCompleted model) {
        return new RunEvent.ModelAnswered(
                model.call(),
                model.attempt(),
                model.vendor(),
                model.model(),
                model.text(),
                model.toolUses(),
                model.finish(),
                model.usage(),
                model.cost());
    }

    private static RunEvent confused(CallResult result) {
        var detail =
                "call %s was answered by a %s, which is not what was asked"
                        .formatted(result.call(), result.getClass().getSimpleName());
        return new RunEvent.CallFailed(
                result.call(),
                new Failure(Failure.Kind.INTERNAL, detail),
                Usage.NONE,
                Money.ZERO,
                false);
    }
}
