package dev.monkeycoder.events;

import java.util.List;
import java.util.Optional;

/// What a client asked for, checked by the gateway. Every field reaches the model or bounds the
/// run.
///
/// @param prompt the task, in the client's words
/// @param taskType one of the API's task types, `custom` by default
/// @param persona whose instructions lead a single-agent run; absent: the agents' own
/// @param customInstructions added to the instructions of every agent
/// @param files files to start with when there is no workspace
/// @param workspace the workspace to work on, at its newest version
/// @param session the session whose earlier turns the agents see and that this run adds to
/// @param agents who takes part, in order; empty: the pattern's usual team
/// @param pattern `sequential` or `handoff`
/// @param model `vendor/model` or a model's name; absent: the vendor's default
/// @param preferredVendors tried first, in this order, when the model leaves the vendor open
/// @param temperature 0 to 2
/// @param maxTokens most output tokens of one model call
/// @param limits what the run may use in all
public record RunSpec(
        String prompt,
        String taskType,
        Optional<String> persona,
        Optional<String> customInstructions,
        List<File> files,
        Optional<WorkspaceId> workspace,
        Optional<SessionId> session,
        List<AgentName> agents,
        String pattern,
        Optional<String> model,
        List<String> preferredVendors,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Limits limits) {
    public RunSpec {
        Check.text(prompt, "prompt");
        Check.text(taskType, "task_type");
        persona = Check.optional(persona);
        customInstructions = Check.optional(customInstructions);
        files = Check.list(files);
        workspace = Check.optional(workspace);
        session = Check.optional(session);
        agents = Check.list(agents);
        Check.text(pattern, "pattern");
        model = Check.optional(model);
        preferredVendors = Check.list(preferredVendors);
        temperature = Check.optional(temperature);
        maxTokens = Check.optional(maxTokens);
        Check.present(limits, "limits");
    }

    /// A text file by its path, relative to the workspace and with `/` between names.
    public record File(String path, String content) {
        public File {
            Check.text(path, "path");
            Check.present(content, "content");
        }
    }

    /// What a run may use before it ends as `limit_reached`.
    ///
    /// @param steps model calls, of all agents together
    /// @param tokens input and output tokens together
    /// @param cost money spent on models
    /// @param seconds wall-clock time from the start event
    public record Limits(int steps, long tokens, Money cost, int seconds) {
        public Limits {
            Check.atLeast(1, steps, "limits.steps");
            Check.atLeast(1, tokens, "limits.tokens");
            Check.present(cost, "limits.cost");
            Check.atLeast(1, seconds, "limits.seconds");
        }
    }
}
