package dev.monkeycoder.simulator.script.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.Tool;
import dev.monkeycoder.simulator.model.ToolCall;
import dev.monkeycoder.simulator.script.ScriptedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The built-in bookshop script, played to its end in the way in which the handoff pattern asks:
/// each turn has one user message with the task and the handover, then the turn's own messages.
///
/// @param answer the text that ends the run
record BookshopRun(List<Step> steps, String answer) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TASK = "add a discount to the order total, with tests";
    private static final int TOO_MANY = 100;

    /// One answer of the model.
    record Step(String agent, int visit, String text, List<ToolCall> calls) {
        Optional<JsonNode> handover() {
            return calls.stream()
                    .filter(call -> call.tool().startsWith("transfer_to_"))
                    .findFirst()
                    .map(BookshopRun::arguments);
        }
    }

    /// @param tellVisit whether the user message tells which of the agent's turns it is
    static BookshopRun play(boolean tellVisit) {
        ScriptedModel model = new ScriptedModel(ScriptFiles.all(Optional.empty()).getFirst());
        List<Step> steps = new ArrayList<>();
        Map<String, Integer> visits = new HashMap<>();
        String agent = "planner";
        String handover = "";
        while (true) {
            int visit = visits.merge(agent, 1, Integer::sum);
            String user =
                    TASK
                            + handover
                            + (tellVisit
                                    ? "\nThis is your turn number " + visit + " in this run."
                                    : "");
            Step last = turn(model, agent, visit, user, steps);
            if (last.calls().isEmpty()) {
                return new BookshopRun(List.copyOf(steps), last.text());
            }
            JsonNode arguments = last.handover().orElseThrow();
            handover =
                    "\nHanded over by %s. Reason: %s Payload: %s"
                            .formatted(
                                    agent,
                                    arguments.path("reason").asText(),
                                    arguments.path("payload").asText());
            agent = last.calls().getLast().tool().substring("transfer_to_".length());
        }
    }

    private static Step turn(
            ScriptedModel model, String agent, int visit, String user, List<Step> steps) {
        List<Said> said = new ArrayList<>();
        said.add(
                new Said(
                        Said.Speaker.SYSTEM,
                        "You are the agent \"" + agent + "\".\nDo your part."));
        said.add(new Said(Said.Speaker.USER, user));
        while (true) {
            Step step = step(model, agent, visit, said);
            steps.add(step);
            if (step.calls().isEmpty() || step.handover().isPresent()) {
                return step;
            }
            if (steps.size() > TOO_MANY) {
                throw new AssertionError("the script does not end");
            }
            said.add(new Said(Said.Speaker.ASSISTANT, step.text()));
            step.calls().forEach(_ -> said.add(new Said(Said.Speaker.TOOL, "done")));
        }
    }

    private static Step step(ScriptedModel model, String agent, int visit, List<Said> said) {
        List<Tool> tools =
                Stream.of(
                                "list_files",
                                "read_file",
                                "search_files",
                                "write_file",
                                "transfer_to_planner",
                                "transfer_to_developer",
                                "transfer_to_reviewer")
                        .filter(name -> !name.equals("transfer_to_" + agent))
                        .map(name -> new Tool(name, "{}"))
                        .toList();
        Prompt prompt = new Prompt(model.name(), said, tools, OptionalInt.empty(), 0, "");
        return switch (model.reply(prompt, Directive.NONE)) {
            case Reply.Answer answer -> new Step(agent, visit, answer.text(), answer.calls());
            case Reply.Refused(_, var detail) -> throw new AssertionError(detail);
        };
    }

    /// The calls of a tool in the order of the run, with their arguments.
    List<JsonNode> calls(String tool) {
        return calls(tool, steps);
    }

    /// The calls of a tool in one turn.
    List<JsonNode> calls(String tool, String agent, int visit) {
        return calls(
                tool,
                steps.stream()
                        .filter(step -> step.agent().equals(agent) && step.visit() == visit)
                        .toList());
    }

    private static List<JsonNode> calls(String tool, List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.calls().stream())
                .filter(call -> call.tool().equals(tool))
                .map(BookshopRun::arguments)
                .toList();
    }

    private static JsonNode arguments(ToolCall call) {
        try {
            return JSON.readTree(call.arguments());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
