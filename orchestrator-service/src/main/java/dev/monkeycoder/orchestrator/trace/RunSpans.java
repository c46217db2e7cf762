package dev.monkeycoder.orchestrator.trace;

import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.orchestrator.run.Change;
import dev.monkeycoder.orchestrator.run.Life;
import dev.monkeycoder.orchestrator.run.Run;
import dev.monkeycoder.orchestrator.run.RunEvent;
import dev.monkeycoder.orchestrator.run.RunEvent.HandedOver;
import dev.monkeycoder.orchestrator.run.Trace;
import dev.monkeycoder.orchestrator.run.Turn;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Exports the spans of runs, turns and handoffs once the event that ends them is committed, with
/// the times of the events and the ids that their children have named all along.
@ApplicationScoped
public class RunSpans {
    private static final AttributeKey<String> AGENT_VERSION =
            AttributeKey.stringKey("gen_ai.agent.version");
    private static final AttributeKey<String> WORKFLOW_NAME =
            AttributeKey.stringKey("gen_ai.workflow.name");
    private static final AttributeKey<String> HANDOFF_SOURCE =
            AttributeKey.stringKey("gen_ai.agent.handoff.source.name");
    private static final AttributeKey<String> HANDOFF_TARGET =
            AttributeKey.stringKey("gen_ai.agent.handoff.target.name");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> RUN = AttributeKey.stringKey("monkey.run.id");
    private static final AttributeKey<Long> TURN = AttributeKey.longKey("monkey.turn");

    private final Tracer tracer;
    private final PresetIds ids;

    RunSpans(Tracer tracer, PresetIds ids) {
        this.tracer = tracer;
        this.ids = ids;
    }

    /// @param error of the GenAI conventions' `error.type`; absent: it ended well
    private record Ended(
            String span,
            Optional<String> parent,
            String name,
            Instant from,
            Instant to,
            Attributes attributes,
            Optional<String> error) {}

    /// Exports what ended with this change, if anything did and the trace is sampled.
    public void ended(Change change) {
        if (change.after() instanceof Run run && run.start().trace().sampled()) {
            ended(change, run);
        }
    }

    private void ended(Change change, Run run) {
        switch (change.stored().event()) {
            case RunEvent.TurnStarted start ->
                    start.handoff()
                            .ifPresent(number ->
                                    export(run, handoff(run, run.turn(start.turn()), number)));
            case RunEvent.TurnEnded ended ->
                    export(run, turn(run, run.turn(ended.turn()), change.stored().at()));
            case RunEvent.Closing _ -> {
                run.openTurn()
                        .ifPresent(open -> export(run, turn(run, open, change.stored().at())));
                export(run, workflow(run, change.stored().at()));
            }
            case RunEvent _ -> {}
        }
    }

    private static Ended workflow(Run run, Instant end) {
        var attributes =
                attributes(run, "invoke_workflow")
                        .put(WORKFLOW_NAME, run.start().pattern())
                        .build();
        return new Ended(
                Trace.runSpan(run.id()),
                run.start().trace().parent(),
                "invoke_workflow " + run.start().pattern(),
                run.startedAt(),
                end,
                attributes,
                error(run));
    }

    private static Ended turn(Run run, Turn turn, Instant end) {
        var agent = run.agent(turn.agent());
        var usage = turn.spent().usage();
        var attributes =
                attributes(run, "invoke_agent")
                        .put(GenAiIncubatingAttributes.GEN_AI_AGENT_ID, agent.name().value())
                        .put(GenAiIncubatingAttributes.GEN_AI_AGENT_NAME, agent.name().value())
                        .put(AGENT_VERSION, Integer.toString(agent.version()))
                        .put(
                                GenAiIncubatingAttributes.GEN_AI_AGENT_DESCRIPTION,
                                agent.description())
                        .put(GenAiIncubatingAttributes.GEN_AI_USAGE_INPUT_TOKENS, usage.input())
                        .put(GenAiIncubatingAttributes.GEN_AI_USAGE_OUTPUT_TOKENS, usage.output())
                        .put(TURN, (long) turn.number())
                        .build();
        return new Ended(
                Trace.turnSpan(run.id(), turn.number()),
                Optional.of(
                        turn.start()
                                .handoff()
                                .map(number -> Trace.handoffSpan(run.id(), number))
                                .orElseGet(() -> Trace.runSpan(run.id()))),
                "invoke_agent " + agent.name(),
                turn.startedAt(),
                end,
                attributes,
                turn.isOpen() ? error(run) : Optional.empty());
    }

    /// From the end of the turn that handed over to the start of the one that took over.
    private static Ended handoff(Run run, Turn target, int number) {
        HandedOver handoff = run.work().handoffs().get(number - 1);
        var source = run.turn(target.number() - 1);
        var tool = "transfer_to_" + handoff.to();
        var attributes =
                attributes(run, "execute_tool")
                        .put(GenAiIncubatingAttributes.GEN_AI_TOOL_NAME, tool)
                        .put(GenAiIncubatingAttributes.GEN_AI_TOOL_TYPE, "function")
                        .put(HANDOFF_SOURCE, handoff.from().value())
                        .put(HANDOFF_TARGET, handoff.to().value())
                        .build();
        return new Ended(
                Trace.handoffSpan(run.id(), number),
                Optional.of(Trace.turnSpan(run.id(), source.number())),
                "execute_tool " + tool,
                source.end().map(Turn.End::at).orElse(target.startedAt()),
                target.startedAt(),
                attributes,
                Optional.empty());
    }

    private static AttributesBuilder attributes(Run run, String operation) {
        var attributes =
                Attributes.builder()
                        .put(GenAiIncubatingAttributes.GEN_AI_OPERATION_NAME, operation)
                        .put(RUN, run.id().toString());
        run.start()
                .spec()
                .session()
                .map(SessionId::toString)
                .ifPresent(session ->
                        attributes.put(GenAiIncubatingAttributes.GEN_AI_CONVERSATION_ID, session));
        return attributes;
    }

    private static Optional<String> error(Run run) {
        return switch (run.life()) {
            case Life.Failed(var failure, _) ->
                    Optional.of(failure.kind().name().toLowerCase(Locale.ROOT));
            case Life.Cancelled _ -> Optional.of("cancelled");
            case Life.Running _, Life.Cancelling _, Life.Finished _ -> Optional.empty();
        };
    }

    private void export(Run run, Ended ended) {
        var trace = run.start().trace();
        Span span =
                ids.with(
                        trace.traceId(),
                        ended.span(),
                        () ->
                                tracer.spanBuilder(ended.name())
                                        .setSpanKind(SpanKind.INTERNAL)
                                        .setParent(parent(trace, ended.parent()))
                                        .setStartTimestamp(ended.from())
                                        .setAllAttributes(ended.attributes())
                                        .startSpan());
        ended.error()
                .ifPresent(error -> {
                    span.setStatus(StatusCode.ERROR);
                    span.setAttribute(ERROR_TYPE, error);
                });
        span.end(ended.to());
    }

    private static Context parent(Trace trace, Optional<String> parent) {
        return parent.map(span ->
                        Context.root()
                                .with(
                                        Span.wrap(
                                                SpanContext.createFromRemoteParent(
                                                        trace.traceId(),
                                                        span,
                                                        TraceFlags.getSampled(),
                                                        TraceState.getDefault()))))
                .orElseGet(Context::root);
    }
}
