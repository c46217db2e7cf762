package dev.monkeycoder.orchestrator.agent;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Remaining;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.Turn;
import dev.monkeycoder.orchestrator.run.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a model is told in an agent's turn. Composed of the run alone, so that a repeated command
/// says the same; its beginning stays the same from call to call, so that vendors can cache it.
///
/// The order: one message of instructions, the session's history, one message that holds the task
/// and where the run stands, then this turn's own answers and tool results.
///
/// @param temperature of the client, else of the agent
public record Prompt(List<Message> messages, List<ToolSpec> tools, Optional<Double> temperature) {
    public Prompt {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    public static Prompt of(Run run, Turn turn) {
        var agent = run.agent(turn.agent());
        var messages = new ArrayList<Message>();
        messages.add(new Message.Instructions(instructions(run, agent)));
        run.work().context().map(Work.Context::history).ifPresent(messages::addAll);
        messages.add(new Message.User(task(run, turn)));
        turn.exchanges().forEach(exchange -> messages.addAll(messages(exchange)));
        return new Prompt(
                messages,
                Toolbox.of(run, agent),
                run.start().spec().temperature().or(agent::temperature));
    }

    private static String instructions(Run run, Agent agent) {
        var spec = run.start().spec();
        return paragraphs(
                "You are the agent \"%s\".".formatted(agent.name()),
                agent.instructions(),
                spec.customInstructions()
                        .map(text -> "The client adds these instructions:\n" + text.strip())
                        .orElse(""),
                TaskType.told(spec.taskType()),
                run.work()
                        .context()
                        .map(Work.Context::summary)
                        .filter(not(String::isBlank))
                        .map(summary -> "The project:\n" + summary.strip())
                        .orElse(""),
                colleagues(run, agent));
    }

    private static String colleagues(Run run, Agent agent) {
        return agent.handoffs().isEmpty()
                ? ""
                : agent.handoffs().stream()
                        .map(run::agent)
                        .map(target ->
                                "- %s: %s (%s)"
                                        .formatted(
                                                target.name(),
                                                target.description(),
                                                Transfers.tool(target.name())))
                        .collect(
                                joining(
                                        "\n",
                                        "You can hand the work over, which ends your turn, to:\n",
                                        "\nAn answer without a tool call is final: it ends the"
                                                + " whole run."));
    }

    private static String task(Run run, Turn turn) {
        return paragraphs(
                run.start().spec().prompt().strip(),
                "This is your turn number %d in this run.".formatted(visit(run, turn)),
                earlier(run, turn),
                turn.start().instruction().strip(),
                left(turn.start().remaining()));
    }

    /// The agent's own turns are counted, not those of the others.
    private static long visit(Run run, Turn turn) {
        return run.work().turns().stream()
                .filter(other -> other.number() <= turn.number())
                .filter(other -> other.agent().equals(turn.agent()))
                .count();
    }

    private static String earlier(Run run, Turn turn) {
        var answers =
                run.work().turns().stream()
                        .filter(other -> other.number() < turn.number())
                        .flatMap(other -> other.end().map(end -> answer(other, end)).stream())
                        .filter(not(String::isEmpty))
                        .collect(joining("\n\n"));
        return answers.isEmpty() ? "" : "What was answered in this run so far:\n\n" + answers;
    }

    private static String answer(Turn turn, Turn.End end) {
        return end.answer().isBlank()
                ? ""
                : "%s (turn %d of the run):\n%s"
                        .formatted(turn.agent(), turn.number(), end.answer().strip());
    }

    private static String left(Limits left) {
        return "Left for the rest of the run: %d model calls, %d tokens, %s, %d seconds."
                .formatted(
                        left.steps(),
                        left.tokens(),
                        Remaining.dollars(left.cost()),
                        left.seconds());
    }

    private static List<Message> messages(Turn.Exchange exchange) {
        var answer = exchange.answer();
        return Stream.concat(
                        Stream.<Message>of(new Message.Assistant(answer.text(), answer.toolUses())),
                        exchange.tools().stream().flatMap(Prompt::result))
                .toList();
    }

    private static Stream<Message> result(Turn.ToolStep step) {
        return step.outcome().stream()
                .map(outcome ->
                        new Message.ToolResult(
                                step.use().id(), step.use().name(), outcome.output()));
    }

    private static String paragraphs(String... parts) {
        return Stream.of(parts).filter(not(String::isBlank)).collect(joining("\n\n"));
    }
}
