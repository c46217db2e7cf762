package dev.monkeycoder.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a client sees of a run, over SSE and on its topic.
///
/// Durable events carry the run's `version` and come in its order, each once. A `text.delta`
/// carries its call, attempt and the place of its first character: the text of an attempt is its
/// deltas in order, and a `message.completed` holds it whole.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientEvent.RunStarted.class, name = "run.started"),
    @JsonSubTypes.Type(value = ClientEvent.TurnStarted.class, name = "turn.started"),
    @JsonSubTypes.Type(value = ClientEvent.TextDelta.class, name = "text.delta"),
    @JsonSubTypes.Type(value = ClientEvent.TurnRestarted.class, name = "turn.restarted"),
    @JsonSubTypes.Type(value = ClientEvent.MessageCompleted.class, name = "message.completed"),
    @JsonSubTypes.Type(value = ClientEvent.ToolStarted.class, name = "tool.started"),
    @JsonSubTypes.Type(value = ClientEvent.ToolFinished.class, name = "tool.finished"),
    @JsonSubTypes.Type(value = ClientEvent.HandoffMade.class, name = "handoff.made"),
    @JsonSubTypes.Type(value = ClientEvent.TurnCompleted.class, name = "turn.completed"),
    @JsonSubTypes.Type(value = ClientEvent.RunCancelling.class, name = "run.cancelling"),
    @JsonSubTypes.Type(value = ClientEvent.RunFinished.class, name = "run.finished"),
    @JsonSubTypes.Type(value = ClientEvent.RunFailed.class, name = "run.failed"),
    @JsonSubTypes.Type(value = ClientEvent.RunCancelled.class, name = "run.cancelled")
})
public sealed interface ClientEvent extends Event {
    RunId run();

    @Override
    default String stream() {
        return run().toString();
    }

    /// An event of the stored history.
    sealed interface Durable extends ClientEvent {
        int version();

        Instant at();
    }

    /// The last event of a run: nothing follows it.
    sealed interface Ended extends Durable {}

    /// @param trace the W3C trace id (32 hex digits) of all that the run causes
    record RunStarted(
            RunId run,
            int version,
            Instant at,
            String pattern,
            List<AgentName> agents,
            String trace)
            implements Durable {}

    record TurnStarted(RunId run, int version, Instant at, int turn, AgentName agent)
            implements Durable {}

    /// A piece of a model's answer while it comes in. `offset` counts the UTF-16 units before it in
    /// the text of this call and attempt.
    record TextDelta(RunId run, int turn, CallId call, int attempt, int offset, String text)
            implements ClientEvent {}

    /// An attempt was replaced: drop what came of this call with a smaller attempt.
    record TurnRestarted(RunId run, int turn, CallId call, int attempt) implements ClientEvent {}

    /// A model answered. `text` is whole and is what the deltas of `attempt` add up to.
    record MessageCompleted(
            RunId run,
            int version,
            Instant at,
            int turn,
            AgentName agent,
            CallId call,
            int attempt,
            String text,
            List<ToolUse> toolUses,
            String vendor,
            String model,
            Usage usage,
            Money cost)
            implements Durable {}

    record ToolStarted(
            RunId run, int version, Instant at, int turn, AgentName agent, CallId call, ToolUse use)
            implements Durable {}

    /// `summary` is at most 200 characters of the output; `changed` the path that was written.
    record ToolFinished(
            RunId run,
            int version,
            Instant at,
            int turn,
            AgentName agent,
            CallId call,
            String tool,
            boolean error,
            String summary,
            Optional<String> changed)
            implements Durable {
        public ToolFinished {
            changed = Check.optional(changed);
        }
    }

    /// One agent gave the work to another.
    ///
    /// @param number counted from 1 within the run
    /// @param workspaceVersion the workspace as it was handed over
    /// @param remaining what the run may still use; `seconds` at that moment
    record HandoffMade(
            RunId run,
            int version,
            Instant at,
            int number,
            AgentName from,
            AgentName to,
            String reason,
            String payload,
            int workspaceVersion,
            RunSpec.Limits remaining)
            implements Durable {}

    record TurnCompleted(
            RunId run, int version, Instant at, int turn, AgentName agent, Usage usage, Money cost)
            implements Durable {}

    record RunCancelling(RunId run, int version, Instant at, String reason) implements Durable {}

    record RunFinished(
            RunId run,
            int version,
            Instant at,
            String answer,
            int workspaceVersion,
            Usage usage,
            Money cost)
            implements Ended {}

    record RunFailed(RunId run, int version, Instant at, Failure failure, Usage usage, Money cost)
            implements Ended {}

    record RunCancelled(RunId run, int version, Instant at, String reason, Usage usage, Money cost)
            implements Ended {}
}
