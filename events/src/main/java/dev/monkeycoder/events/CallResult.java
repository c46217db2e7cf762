package dev.monkeycoder.events;

import java.util.List;
import java.util.Optional;

/// How a call ended: exactly one of these is stored per call, the first that arrives.
public sealed interface CallResult extends Event {
    CallId call();

    @Override
    default String stream() {
        return call().run().toString();
    }

    /// @param summary what a model should know of the project: its files and kind, in a few lines
    /// @param history earlier turns of the session, oldest first
    record ContextPrepared(
            CallId call, WorkspaceVersion workspace, String summary, List<Message> history)
            implements CallResult {
        public ContextPrepared {
            Check.present(call, "call");
            Check.present(workspace, "workspace");
            Check.present(summary, "summary");
            history = Check.list(history);
        }
    }

    /// @param attempt the attempt whose answer this is, counted from 1
    /// @param vendor who answered, such as `openai`
    /// @param model the model's name as the vendor gave it
    /// @param finish `stop`, `tool_calls`, `length` or `content_filter`
    /// @param usage tokens of all attempts together
    /// @param cost money of all attempts together
    record ModelCompleted(
            CallId call,
            int attempt,
            String vendor,
            String model,
            String text,
            List<ToolUse> toolUses,
            String finish,
            Usage usage,
            Money cost)
            implements CallResult {
        public ModelCompleted {
            Check.present(call, "call");
            Check.atLeast(1, attempt, "attempt");
            Check.text(vendor, "vendor");
            Check.text(model, "model");
            Check.present(text, "text");
            toolUses = Check.list(toolUses);
            Check.text(finish, "finish");
            Check.present(usage, "usage");
            Check.present(cost, "cost");
        }
    }

    /// @param output what the model is told; an error that the model can mend is told here too
    /// @param error whether the tool refused or failed
    /// @param workspace the workspace after the call
    /// @param changed the path that the tool wrote, if any
    record ToolCompleted(
            CallId call,
            String output,
            boolean error,
            WorkspaceVersion workspace,
            Optional<String> changed)
            implements CallResult {
        public ToolCompleted {
            Check.present(call, "call");
            Check.present(output, "output");
            Check.present(workspace, "workspace");
            changed = Check.optional(changed);
        }
    }

    /// The call gave no answer. `usage` and `cost` are what its attempts used all the same.
    record CallFailed(CallId call, Failure failure, Usage usage, Money cost) implements CallResult {
        public CallFailed {
            Check.present(call, "call");
            Check.present(failure, "failure");
            Check.present(usage, "usage");
            Check.present(cost, "cost");
        }
    }
}
