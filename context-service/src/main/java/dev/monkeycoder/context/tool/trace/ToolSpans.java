package dev.monkeycoder.context.tool.trace;

import dev.monkeycoder.context.tool.Output;
import dev.monkeycoder.context.tool.Tool;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.trace.OwnContext;
import dev.monkeycoder.kit.trace.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A span and a duration for each use of a tool, by OpenTelemetry's names for generative AI. No
/// argument and no output is put on them.
@ApplicationScoped
public class ToolSpans {
    private static final String NONE = "none";

    private final Tracer tracer;
    private final OwnContext contexts;
    private final MeterRegistry meters;

    ToolSpans(Tracer tracer, OwnContext contexts, MeterRegistry meters) {
        this.tracer = tracer;
        this.contexts = contexts;
        this.meters = meters;
    }

    /// Does `work` within the span `execute_tool {tool}`, a child of the origin's.
    public Uni<Output> around(Origin origin, ToolUse use, Supplier<Uni<Output>> work) {
        return Uni.createFrom().deferred(() -> started(origin, use, work));
    }

    private Uni<Output> started(Origin origin, ToolUse use, Supplier<Uni<Output>> work) {
        var parent = TraceParent.context(origin.traceparent());
        // a model may make up any name; it must not become a span's or a metric's
        var tool = Tool.NAMES.contains(use.name()) ? use.name() : "unknown";
        var span =
                tracer.spanBuilder("execute_tool " + tool)
                        .setParent(parent)
                        .setSpanKind(SpanKind.INTERNAL)
                        .setAttribute(
                                GenAiIncubatingAttributes.GEN_AI_OPERATION_NAME, "execute_tool")
                        .setAttribute(GenAiIncubatingAttributes.GEN_AI_TOOL_NAME, tool)
                        .setAttribute(GenAiIncubatingAttributes.GEN_AI_TOOL_CALL_ID, use.id())
                        .setAttribute(GenAiIncubatingAttributes.GEN_AI_TOOL_TYPE, "function")
                        .startSpan();
        var time = Timer.start(meters);
        return contexts.run(parent.with(span), work)
                .onTermination()
                .invoke((output, failure, cancelled) ->
                        end(span, time, tool, error(output, failure, cancelled)));
    }

    private static String error(
            @Nullable Output output, @Nullable Throwable failure, boolean cancelled) {
        if (cancelled) {
            return "cancelled";
        }
        if (failure != null) {
            return failure.getClass().getName();
        }
        return output != null && output.error() ? "tool_error" : NONE;
    }

    private void end(Span span, Timer.Sample time, String tool, String error) {
        if (!error.equals(NONE)) {
            span.setAttribute(ErrorAttributes.ERROR_TYPE, error).setStatus(StatusCode.ERROR);
        }
        span.end();
        time.stop(
                meters.timer(
                        "gen_ai.execute_tool.duration",
                        "gen_ai.tool.name",
                        tool,
                        "error.type",
                        error));
    }
}
