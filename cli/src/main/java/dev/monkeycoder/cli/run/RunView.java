package dev.monkeycoder.cli.run;

import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A run as the gateway shows it.
///
/// @param status `accepted`, `running`, `cancelling`, `finished`, `failed` or `cancelled`
public record RunView(
        String id,
        String status,
        String prompt,
        String pattern,
        List<String> agents,
        Optional<Instant> createdAt,
        Optional<Instant> endedAt,
        Optional<String> answer,
        Optional<Failure> failure,
        Optional<Workspace> workspace,
        Usage usage,
        long costMicros,
        int steps,
        Optional<String> traceId,
        List<Share> byAgent) {
    /// What the run started from and where it is.
    public record Workspace(String id, int baseVersion, int version) {}

    /// What one agent used.
    public record Share(
            String agent, int turns, long inputTokens, long outputTokens, long costMicros) {}

    public RunView {
        Objects.requireNonNull(id, "run.id");
        Objects.requireNonNull(status, "run.status");
        prompt = orElse(prompt, "");
        pattern = orElse(pattern, "");
        agents = List.copyOf(orElse(agents, List.of()));
        createdAt = orElse(createdAt, Optional.empty());
        endedAt = orElse(endedAt, Optional.empty());
        answer = orElse(answer, Optional.empty());
        failure = orElse(failure, Optional.empty());
        workspace = orElse(workspace, Optional.empty());
        usage = orElse(usage, Usage.NONE);
        traceId = orElse(traceId, Optional.empty());
        byAgent = List.copyOf(orElse(byAgent, List.of()));
    }

    public boolean ended() {
        return switch (status) {
            case "finished", "failed", "cancelled" -> true;
            default -> false;
        };
    }

    /// A JSON field that was not there is null, whatever the type says.
    private static <T> T orElse(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
