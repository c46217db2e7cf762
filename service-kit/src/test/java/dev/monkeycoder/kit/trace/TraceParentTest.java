package dev.monkeycoder.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceParentTest {
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void survivesTheWayThroughAContext() {
        var span = Span.fromContext(TraceParent.context(Optional.of(PARENT))).getSpanContext();
        assertThat(span.isRemote()).isTrue();
        assertThat(TraceParent.of(span)).contains(PARENT);
    }

    @Test
    void anUnsampledOneStaysInItsTrace() {
        var span =
                Span.fromContext(TraceParent.context(Optional.of(TraceParent.unsampled(PARENT))))
                        .getSpanContext();
        assertThat(span.getSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.isSampled()).isFalse();
    }

    @Test
    void nothingAndNonsenseLeadToTheRoot() {
        assertThat(
                        TraceParent.of(
                                Span.fromContext(TraceParent.context(Optional.empty()))
                                        .getSpanContext()))
                .isEmpty();
        assertThat(
                        TraceParent.of(
                                Span.fromContext(TraceParent.context(Optional.of("nonsense")))
                                        .getSpanContext()))
                .isEmpty();
        assertThat(TraceParent.current()).isEmpty();
    }
}
