package dev.monkeycoder.orchestrator.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Message;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.RunSpec.Limits;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.ToolSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.events.WorkspaceVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened to a run: past tense, immutable, and the only source of a [Run].
///
/// The names below are stored with every event and never change their meaning; a new shape is a new
/// name (`….v2`). Golden files pin each of them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "run_started.v1"),
    @JsonSubTypes.Type(value = RunEvent.ContextAsked.class, name = "context_asked.v1"),
    @JsonSubTypes.Type(value = RunEvent.ContextPrepared.class, name = "context_prepared.v1"),
    @JsonSubTypes.Type(value = RunEvent.TurnStarted.class, name = "turn_started.v1"),
    @JsonSubTypes.Type(value = RunEvent.ModelAsked.class, name = "model_asked.v1"),
    @JsonSubTypes.Type(value = RunEvent.ModelAnswered.class, name = "model_answered.v1"),
    @JsonSubTypes.Type(value = RunEvent.ToolAsked.class, name = "tool_asked.v1"),
    @JsonSubTypes.Type(value = RunEvent.ToolRefused.class, name = "tool_refused.v1"),
    @JsonSubTypes.Type(value = RunEvent.ToolAnswered.class, name = "tool_answered.v1"),
    @JsonSubTypes.Type(value = RunEvent.TurnEnded.class, name = "turn_ended.v1"),
    @JsonSubTypes.Type(value = RunEvent.HandedOver.class, name = "handed_over.v1"),
    @JsonSubTypes.Type(value = RunEvent.CallRepeated.class, name = "call_repeated.v1"),
    @JsonSubTypes.Type(value = RunEvent.CallFailed.class, name = "call_failed.v1"),
    @JsonSubTypes.Type(value = RunEvent.ResultCameLate.class, name = "result_came_late.v1"),
    @JsonSubTypes.Type(value = RunEvent.CancelAsked.class, name = "cancel_asked.v1"),
    @JsonSubTypes.Type(value = RunEvent.RunFinished.class, name = "run_finished.v1"),
    @JsonSubTypes.Type(value = RunEvent.RunFailed.class, name = "run_failed.v1"),
    @JsonSubTypes.Type(value = RunEvent.RunCancelled.class, name = "run_cancelled.v1")
})
public sealed interface RunEvent {

    /// A command went out: its call is in flight until a [Result] of the call or the run's end.
    sealed interface Asked extends RunEvent {
        CallId call();

        /// When the same command is sent again, or the call is given up.
        Instant deadline();

        /// The turn that the call is part of, if it is part of one.
        default Optional<Integer> inTurn() {
            return switch (this) {
                case ContextAsked _ -> Optional.empty();
                case ModelAsked model -> Optional.of(model.turn());
                case ToolAsked tool -> Optional.of(tool.turn());
            };
        }
    }

    /// A call in flight has ended. The first one stored for a call is the one that counts.
    sealed interface Result extends RunEvent {
        CallId call();
    }

    /// The last event that decides anything.
    sealed interface Closing extends RunEvent {}

    /// The run began, with all that it will ever be judged by.
    ///
    /// @param pattern the numbered pattern, such as `handoff/1`
    /// @param agents the team in its order, each definition whole
    /// @param tools the tools that agents may name
    record RunStarted(
            RunSpec spec,
            String pattern,
            List<Agent> agents,
            List<ToolSpec> tools,
            TenantId tenant,
            CallerId caller,
            Trace trace)
            implements RunEvent {
        public RunStarted {
            agents = List.copyOf(agents);
            tools = List.copyOf(tools);
        }
    }

    record ContextAsked(CallId call, Instant deadline) implements Asked {}

    record ContextPrepared(
            CallId call, WorkspaceVersion workspace, String summary, List<Message> history)
            implements Result {
        public ContextPrepared {
            history = List.copyOf(history);
        }
    }

    /// An agent's turn began.
    ///
    /// @param turn counted from 1 within the run
    /// @param instruction what the pattern asks of this turn beyond the task; may be empty
    /// @param handoff the number of the handoff that led here, if one did
    /// @param remaining what the run might still use at that moment
    record TurnStarted(
            int turn,
            AgentName agent,
            String instruction,
            Optional<Integer> handoff,
            Limits remaining)
            implements RunEvent {}

    record ModelAsked(CallId call, int turn, int maxTokens, Instant deadline) implements Asked {}

    record ModelAnswered(
            CallId call,
            int attempt,
            String vendor,
            String model,
            String text,
            List<ToolUse> toolUses,
            String finish,
            Usage usage,
            Money cost)
            implements Result {
        public ModelAnswered {
            toolUses = List.copyOf(toolUses);
        }
    }

    record ToolAsked(CallId call, int turn, ToolUse use, WorkspaceVersion base, Instant deadline)
            implements Asked {}

    /// A tool call that nobody was asked to do: `reason` tells the model why. The call's number is
    /// used up all the same.
    record ToolRefused(CallId call, int turn, ToolUse use, String reason) implements RunEvent {}

    record ToolAnswered(
            CallId call,
            String output,
            boolean error,
            int workspaceVersion,
            Optional<String> changed)
            implements Result {}

    /// An agent's turn ended: with its answer, or with the wish to hand over.
    record TurnEnded(int turn, String answer, Optional<Transfer> transfer) implements RunEvent {}

    /// The work went from one agent to another.
    ///
    /// @param number counted from 1 within the run
    /// @param workspaceVersion the workspace as it was handed over
    record HandedOver(
            int number,
            AgentName from,
            AgentName to,
            String reason,
            String payload,
            int workspaceVersion,
            Limits remaining)
            implements RunEvent {}

    /// No result came until the deadline: the same command was sent a second time.
    record CallRepeated(CallId call, Instant deadline) implements RunEvent {}

    /// @param givenUp whether nobody waits for it any more, so that its result may still come late
    record CallFailed(CallId call, Failure failure, Usage usage, Money cost, boolean givenUp)
            implements Result {}

    /// A result that came after its call had been given up or the run had ended: it counts for the
    /// bill and the workspace, and decides nothing.
    record ResultCameLate(CallId call, Usage usage, Money cost, Optional<Integer> workspaceVersion)
            implements RunEvent {}

    /// Somebody wants the run to stop.
    ///
    /// @param until when calls in flight are given up at the latest
    record CancelAsked(String reason, TenantId tenant, CallerId caller, Instant until)
            implements RunEvent {}

    record RunFinished(String answer) implements Closing {}

    record RunFailed(Failure failure) implements Closing {}

    record RunCancelled(String reason) implements Closing {}
}
