package dev.monkeycoder.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the orchestrator asks of context-service. Each is answered by a [CallResult] of the same
/// call.
public sealed interface ContextCommand extends Event {
    CallId call();

    Instant deadline();

    @Override
    default String stream() {
        return call().run().toString();
    }

    /// Make the workspace and the history ready; answered by `ContextPrepared`. Without a workspace
    /// a new one is made of `files`.
    record ContextRequested(
            CallId call,
            Optional<WorkspaceId> workspace,
            List<RunSpec.File> files,
            Optional<SessionId> session,
            Instant deadline)
            implements ContextCommand {
        public ContextRequested {
            Check.present(call, "call");
            workspace = Check.optional(workspace);
            files = Check.list(files);
            session = Check.optional(session);
            Check.present(deadline, "deadline");
        }
    }

    /// Use a tool on a workspace; answered by `ToolCompleted`. The call's id is the idempotency
    /// key: the effect happens once, however often this arrives.
    record ToolRequested(
            CallId call,
            int turn,
            AgentName agent,
            ToolUse use,
            WorkspaceVersion base,
            Instant deadline)
            implements ContextCommand {
        public ToolRequested {
            Check.present(call, "call");
            Check.atLeast(1, turn, "turn");
            Check.present(agent, "agent");
            Check.present(use, "use");
            Check.present(base, "base");
            Check.present(deadline, "deadline");
        }
    }
}
