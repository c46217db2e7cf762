package dev.monkeycoder.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// W3C trace context as text: what is stored with an event and carried by its origin.
public final class TraceParent {
    private static final String HEADER = "traceparent";

    private TraceParent() {}

    /// The traceparent of the current span; empty outside any.
    public static Optional<String> current() {
        return of(Span.current().getSpanContext());
    }

    public static Optional<String> of(SpanContext span) {
        return span.isValid()
                ? Optional.of(
                        "00-"
                                + span.getTraceId()
                                + "-"
                                + span.getSpanId()
                                + "-"
                                + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    /// The same place in the same trace, but what follows from it is not recorded.
    public static String unsampled(String traceparent) {
        return traceparent.substring(0, traceparent.length() - 2) + "00";
    }

    /// A context in which new spans become children of `traceparent`; the root for an absent or
    /// malformed one.
    public static Context context(Optional<String> traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent.orElse(""), Header.INSTANCE);
    }

    private enum Header implements TextMapGetter<String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return HEADER.equals(key) ? carrier : null;
        }
    }
}
