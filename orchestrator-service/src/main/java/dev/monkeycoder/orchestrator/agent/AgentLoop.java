package dev.monkeycoder.orchestrator.agent;

import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.Transfer;
import dev.monkeycoder.orchestrator.run.Turn;
import dev.monkeycoder.orchestrator.run.Turn.Exchange;
import java.util.List;
import java.util.Optional;

/// An agent's turn: ask the model, use the tools that it asks for, until it gives an answer or
/// hands over. A pure function of the run; what bounds it are the run's limits.
public final class AgentLoop {
    /// Most output tokens of one model call where neither client nor agent says.
    static final int DEFAULT_MAX_TOKENS = 8192;

    /// Most tool calls of one answer that are done; a model that asks for more is told so.
    static final int MOST_TOOLS_AT_ONCE = 32;

    private AgentLoop() {}

    /// @param turn an open one
    public static Move next(Run run, Turn turn) {
        return turn.last()
                .map(exchange -> after(run, turn, exchange))
                .orElseGet(() -> callModel(run, turn));
    }

    private static Move after(Run run, Turn turn, Exchange exchange) {
        if (exchange.isWaiting()) {
            return new Move.Wait();
        }
        var agent = run.agent(turn.agent());
        var transfer = transfer(agent, exchange.answer().toolUses());
        if (exchange.tools().isEmpty()) {
            var wishes = wishes(run, agent, exchange.answer().toolUses());
            return wishes.isEmpty() ? end(exchange, transfer) : new Move.UseTools(wishes);
        }
        return transfer.isPresent() ? end(exchange, transfer) : callModel(run, turn);
    }

    private static Move callModel(Run run, Turn turn) {
        if (run.calls().open().stream().anyMatch(call -> call.isModelCallOf(turn.number()))) {
            return new Move.Wait();
        }
        var remaining = run.remaining();
        return remaining
                .reached()
                .<Move>map(Move.Stop::new)
                .orElseGet(() ->
                        new Move.CallModel(
                                (int)
                                        Math.min(
                                                wanted(run, run.agent(turn.agent())),
                                                remaining.tokens())));
    }

    private static int wanted(Run run, Agent agent) {
        return run.start().spec().maxTokens().or(agent::maxTokens).orElse(DEFAULT_MAX_TOKENS);
    }

    /// An answer that was cut never passes for a whole one.
    private static Move end(Exchange exchange, Optional<Transfer> transfer) {
        var answer = exchange.answer();
        if (transfer.isPresent()) {
            return new Move.EndTurn(answer.text(), transfer);
        }
        return switch (answer.finish()) {
            case "length" ->
                    stop(Failure.Kind.LIMIT_REACHED, "the model's answer was cut at max_tokens");
            case "content_filter" ->
                    stop(Failure.Kind.REFUSED, "the vendor's content filter stopped the answer");
            default -> new Move.EndTurn(answer.text(), transfer);
        };
    }

    private static Move stop(Failure.Kind kind, String detail) {
        return new Move.Stop(new Failure(kind, detail));
    }

    /// All tool calls of an answer but the transfer, if it is legal: that one ends the turn once
    /// the others are done.
    private static List<Move.Wish> wishes(Run run, Agent agent, List<ToolUse> uses) {
        var transfer = transfer(agent, uses);
        return uses.stream()
                .filter(use -> transfer.isEmpty() || !Transfers.isTransfer(use))
                .map(use -> wish(run, agent, use, uses))
                .toList();
    }

    private static Move.Wish wish(Run run, Agent agent, ToolUse use, List<ToolUse> all) {
        if (Transfers.isTransfer(use)) {
            return new Move.Wish(use, refusal(agent, use, all));
        }
        if (!Toolbox.has(run, agent, use.name())) {
            return refused(
                    use,
                    "%s: not a tool of yours (expected: %s)."
                            .formatted(use.name(), Toolbox.names(run, agent)));
        }
        return all.indexOf(use) < MOST_TOOLS_AT_ONCE
                ? new Move.Wish(use, Optional.empty())
                : refused(
                        use,
                        "more than %d tool calls in one answer; not done: ask again."
                                .formatted(MOST_TOOLS_AT_ONCE));
    }

    private static Move.Wish refused(ToolUse use, String reason) {
        return new Move.Wish(use, Optional.of(reason));
    }

    private static Optional<String> refusal(Agent agent, ToolUse use, List<ToolUse> uses) {
        return switch (Transfers.judge(agent, use, transfers(uses))) {
            case Transfers.Verdict.Illegal(var reason) -> Optional.of(reason);
            case Transfers.Verdict.Legal _ -> Optional.empty();
        };
    }

    private static Optional<Transfer> transfer(Agent agent, List<ToolUse> uses) {
        var transfers = transfers(uses);
        return transfers.stream()
                .map(use -> Transfers.judge(agent, use, transfers))
                .flatMap(verdict ->
                        verdict instanceof Transfers.Verdict.Legal(var transfer)
                                ? Optional.of(transfer).stream()
                                : Optional.<Transfer>empty().stream())
                .findFirst();
    }

    private static List<ToolUse> transfers(List<ToolUse> uses) {
        return uses.stream().filter(Transfers::isTransfer).toList();
    }
}
