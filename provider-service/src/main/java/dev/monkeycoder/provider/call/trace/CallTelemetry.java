package dev.monkeycoder.provider.call.trace;

import dev.monkeycoder.events.ModelCommand.ModelRequested;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.trace.TraceParent;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.vendor.Choice.Chosen;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Spans and metrics of model calls, by OpenTelemetry's names for generative AI. No prompt, no
/// text.
@ApplicationScoped
public class CallTelemetry {
    private static final String CHAT = "chat";
    private static final AttributeKey<Boolean> STREAM =
            AttributeKey.booleanKey("gen_ai.request.stream");

    private final Tracer tracer;
    private final MeterRegistry meters;

    CallTelemetry(OpenTelemetry telemetry, MeterRegistry meters) {
        this.tracer = telemetry.getTracer("dev.monkeycoder.provider");
        this.meters = meters;
    }

    /// The span of one attempt; its parent is what caused the command.
    public CallSpan start(Origin origin, ModelRequested request, Chosen chosen) {
        var span =
                tracer.spanBuilder(CHAT + " " + chosen.model())
                        .setSpanKind(SpanKind.CLIENT)
                        .setParent(TraceParent.context(origin.traceparent()))
                        .setAttribute(GenAiIncubatingAttributes.GEN_AI_OPERATION_NAME, CHAT)
                        .setAttribute(
                                GenAiIncubatingAttributes.GEN_AI_PROVIDER_NAME,
                                chosen.vendor().vendor().wireName())
                        .setAttribute(
                                GenAiIncubatingAttributes.GEN_AI_REQUEST_MODEL, chosen.model())
                        .setAttribute(STREAM, true)
                        .setAttribute(
                                GenAiIncubatingAttributes.GEN_AI_CONVERSATION_ID,
                                request.call().run().toString());
        return new CallSpan(span.startSpan());
    }

    public void measure(Chosen chosen, Exchange exchange, Duration took) {
        var tags =
                Tags.of(
                        "gen_ai.operation.name",
                        CHAT,
                        "gen_ai.provider.name",
                        chosen.vendor().vendor().wireName(),
                        "gen_ai.request.model",
                        chosen.model(),
                        "gen_ai.response.model",
                        exchange.model());
        meters.timer(
                        "gen_ai.client.operation.duration",
                        tags.and("error.type", errorType(exchange)))
                .record(took);
        exchange.firstToken()
                .ifPresent(time ->
                        meters.timer("gen_ai.client.operation.time_to_first_chunk", tags)
                                .record(time));
        exchange.usage()
                .ifPresent(usage -> {
                    tokens(tags, "input", usage.input());
                    tokens(tags, "output", usage.output());
                });
    }

    private void tokens(Tags tags, String type, long tokens) {
        meters.summary("gen_ai.client.token.usage", tags.and("gen_ai.token.type", type))
                .record((double) tokens);
    }

    private static String errorType(Exchange exchange) {
        return switch (exchange.ending()) {
            case Ending.Whole _ -> "none";
            case Ending.Broken(var failure) -> failure.cause().errorType();
        };
    }
}
