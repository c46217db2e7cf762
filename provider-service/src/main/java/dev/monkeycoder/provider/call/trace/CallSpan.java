package dev.monkeycoder.provider.call.trace;

import dev.monkeycoder.provider.chat.ChatAnswer;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import java.util.List;
import java.util.Optional;

/// The span of one attempt, and the end of it.
public final class CallSpan {
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> CACHED =
            AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
    private static final AttributeKey<Long> WRITTEN =
            AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens");
    private static final AttributeKey<Long> REASONING =
            AttributeKey.longKey("gen_ai.usage.reasoning.output_tokens");
    private static final AttributeKey<Double> FIRST_CHUNK =
            AttributeKey.doubleKey("gen_ai.response.time_to_first_chunk");

    private final Span span;

    CallSpan(Span span) {
        this.span = span;
    }

    public Optional<String> traceparent() {
        return dev.monkeycoder.kit.trace.TraceParent.of(span.getSpanContext());
    }

    public void end(Exchange exchange) {
        span.setAttribute(GenAiIncubatingAttributes.GEN_AI_RESPONSE_MODEL, exchange.model());
        if (!exchange.id().isEmpty()) {
            span.setAttribute(GenAiIncubatingAttributes.GEN_AI_RESPONSE_ID, exchange.id());
        }
        exchange.firstToken()
                .ifPresent(time -> span.setAttribute(FIRST_CHUNK, time.toNanos() / 1e9));
        exchange.usage()
                .ifPresent(usage -> {
                    span.setAttribute(
                            GenAiIncubatingAttributes.GEN_AI_USAGE_INPUT_TOKENS, usage.input());
                    span.setAttribute(
                            GenAiIncubatingAttributes.GEN_AI_USAGE_OUTPUT_TOKENS, usage.output());
                    span.setAttribute(CACHED, usage.cachedInput());
                    span.setAttribute(WRITTEN, usage.cacheWrite());
                    span.setAttribute(REASONING, usage.reasoning());
                });
        switch (exchange.ending()) {
            case Ending.Whole(ChatAnswer answer) ->
                    span.setAttribute(
                            GenAiIncubatingAttributes.GEN_AI_RESPONSE_FINISH_REASONS,
                            List.of(answer.finish().wire()));
            case Ending.Broken(ChatFailure failure) ->
                    span.setAttribute(ERROR_TYPE, failure.cause().errorType())
                            .setStatus(StatusCode.ERROR, failure.detail());
        }
        span.end();
    }
}
