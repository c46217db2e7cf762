package dev.monkeycoder.orchestrator.run;

import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ToolUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One turn of an agent: model calls and tool calls until it ends.
///
/// @param exchanges the model's answers, each with the tools that it led to
/// @param end absent while the turn is open
public record Turn(
        RunEvent.TurnStarted start,
        Instant startedAt,
        List<Exchange> exchanges,
        Spent spent,
        Optional<End> end) {
    public Turn {
        exchanges = List.copyOf(exchanges);
    }

    /// A model's answer and what came of the tools that it asked for, in the order they were asked.
    public record Exchange(RunEvent.ModelAnswered answer, List<ToolStep> tools) {
        public Exchange {
            tools = List.copyOf(tools);
        }

        public boolean isWaiting() {
            return tools.stream().anyMatch(tool -> tool.outcome().isEmpty());
        }

        Exchange and(ToolStep step) {
            return new Exchange(answer, Stream.concat(tools.stream(), Stream.of(step)).toList());
        }

        Exchange answered(CallId call, Outcome outcome) {
            return new Exchange(
                    answer,
                    tools.stream()
                            .map(tool -> tool.call().equals(call) ? tool.with(outcome) : tool)
                            .toList());
        }
    }

    public record ToolStep(CallId call, ToolUse use, Optional<Outcome> outcome) {
        ToolStep with(Outcome answer) {
            return new ToolStep(call, use, outcome.or(() -> Optional.of(answer)));
        }
    }

    /// What the model is told of a tool call.
    public record Outcome(String output, boolean error) {}

    /// @param transfer whom the agent wants to hand over to; absent: `answer` is its final one
    public record End(String answer, Optional<Transfer> transfer, Instant at) {}

    static Turn started(RunEvent.TurnStarted start, Instant at) {
        return new Turn(start, at, List.of(), Spent.NOTHING, Optional.empty());
    }

    public int number() {
        return start.turn();
    }

    public AgentName agent() {
        return start.agent();
    }

    public boolean isOpen() {
        return end.isEmpty();
    }

    public Optional<Exchange> last() {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.getLast());
    }

    Turn asked() {
        return spent(spent.step());
    }

    Turn answered(RunEvent.ModelAnswered answer) {
        var more = new ArrayList<>(exchanges);
        more.add(new Exchange(answer, List.of()));
        return new Turn(start, startedAt, more, spent.plus(answer.usage(), answer.cost()), end);
    }

    Turn using(ToolStep step) {
        var changed = new ArrayList<>(exchanges);
        changed.set(changed.size() - 1, changed.getLast().and(step));
        return new Turn(start, startedAt, changed, spent, end);
    }

    Turn used(CallId call, Outcome outcome) {
        return new Turn(
                start,
                startedAt,
                exchanges.stream().map(exchange -> exchange.answered(call, outcome)).toList(),
                spent,
                end);
    }

    Turn spent(Spent now) {
        return new Turn(start, startedAt, exchanges, now, end);
    }

    Turn ended(RunEvent.TurnEnded ended, Instant at) {
        return new Turn(
                start,
                startedAt,
                exchanges,
                spent,
                Optional.of(new End(ended.answer(), ended.transfer(), at)));
    }
}
