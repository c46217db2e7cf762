package dev.monkeycoder.orchestrator.agent;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.orchestrator.run.Agent;
import dev.monkeycoder.orchestrator.run.Transfer;
import java.util.List;

/// The tools `transfer_to_<agent>`, by which an agent hands the work over.
final class Transfers {
    private static final String PREFIX = "transfer_to_";
    private static final String PARAMETERS =
            "{\"type\":\"object\",\"properties\":{"
                    + "\"reason\":{\"type\":\"string\",\"description\":\"Why you hand over, in one"
                    + " sentence.\"},"
                    + "\"payload\":{\"type\":\"string\",\"description\":\"All that the other agent"
                    + " needs to know to go on: what is done, what is left, what to watch.\"}},"
                    + "\"required\":[\"reason\",\"payload\"],\"additionalProperties\":false}";
    private static final JsonMapper JSON = new JsonMapper();

    private Transfers() {}

    /// What came of a model's call of a transfer tool.
    sealed interface Verdict {
        record Legal(Transfer transfer) implements Verdict {}

        /// @param reason for the model, so that it can mend its call
        record Illegal(String reason) implements Verdict {}
    }

    static boolean isTransfer(ToolUse use) {
        return use.name().startsWith(PREFIX);
    }

    static String tool(AgentName target) {
        return PREFIX + target;
    }

    static ToolSpec spec(Agent target) {
        return new ToolSpec(
                tool(target.name()),
                "Ends your turn and gives the work to the agent %s: %s"
                        .formatted(target.name(), target.description()),
                PARAMETERS);
    }

    /// @param transfers all transfer calls of one answer
    static Verdict judge(Agent agent, ToolUse use, List<ToolUse> transfers) {
        if (transfers.size() > 1) {
            return new Verdict.Illegal(
                    "%s: %d transfers in one answer (expected: one). Nothing was handed over; call"
                                    .formatted(use.name(), transfers.size())
                            + " the one that you want.");
        }
        var target = new AgentName(named(use));
        if (!agent.handoffs().contains(target)) {
            return new Verdict.Illegal(
                    "%s: nobody to hand over to (expected: %s).".formatted(use.name(), all(agent)));
        }
        return judge(use, target);
    }

    private static Verdict judge(ToolUse use, AgentName target) {
        try {
            var arguments = JSON.readTree(use.arguments());
            var reason = text(arguments, "reason");
            var payload = text(arguments, "payload");
            return reason.isBlank()
                    ? illegal(use)
                    : new Verdict.Legal(new Transfer(target, reason, payload));
        } catch (JsonProcessingException _) {
            return illegal(use);
        }
    }

    private static Verdict illegal(ToolUse use) {
        return new Verdict.Illegal(
                use.name()
                        + ": the arguments don't fit (expected: a JSON object with the texts reason"
                        + " and payload).");
    }

    private static String text(JsonNode arguments, String field) {
        return arguments.path(field).asText("");
    }

    private static String named(ToolUse use) {
        var name = use.name().substring(PREFIX.length());
        return name.isBlank() ? "nobody" : name;
    }

    private static String all(Agent agent) {
        return agent.handoffs().isEmpty()
                ? "your answer as text"
                : agent.handoffs().stream().map(Transfers::tool).collect(joining(", "));
    }
}
