package dev.monkeycoder.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/// What the command line asks of a run. What is not said is left to the gateway.
public record RunOrder(
        String prompt,
        Optional<String> workspace,
        List<String> agents,
        Optional<String> pattern,
        Optional<String> model) {
    public RunOrder {
        agents = List.copyOf(agents);
    }

    /// The body of `POST /api/v1/runs`.
    public String json() {
        var body = JsonNodeFactory.instance.objectNode().put("prompt", prompt);
        workspace.ifPresent(is -> body.put("workspace", is));
        pattern.ifPresent(is -> body.put("pattern", is));
        model.ifPresent(is -> body.put("model", is));
        if (!agents.isEmpty()) {
            var names = body.putArray("agents");
            agents.forEach(names::add);
        }
        return body.toString();
    }
}
