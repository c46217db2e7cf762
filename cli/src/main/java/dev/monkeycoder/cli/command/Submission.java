package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.run.RunOrder;
import dev.monkeycoder.cli.run.RunView;
import java.util.Map;
import java.util.UUID;

/// Hands a run in.
final class Submission {
    private Submission() {}

    /// @return the run's id
    static String send(Gateway gateway, RunOrder order) {
        var answer =
                gateway.post(
                        Paths.RUNS,
                        order.json(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        return Json.tree(answer)
                .map(tree -> tree.path("id").asText(""))
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> Stop.with(Exit.REFUSED, "the gateway's answer names no run"));
    }

    static RunView view(Gateway gateway, String run) {
        return Json.read(gateway.get(Paths.run(run)), RunView.class);
    }
}
