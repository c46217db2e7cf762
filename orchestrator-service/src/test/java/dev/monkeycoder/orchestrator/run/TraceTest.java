package dev.monkeycoder.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.orchestrator.Play;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
    @Test
    void goesOnWithTheTraceThatAskedForTheRun() {
        var trace = Trace.of(Play.RUN, Optional.of(Play.TRACEPARENT));
        assertThat(trace).isEqualTo(new Trace(Play.TRACE, Optional.of("00f067aa0ba902b7"), true));
        assertThat(trace.traceparent("0123456789abcdef"))
                .isEqualTo("00-" + Play.TRACE + "-0123456789abcdef-01");
    }

    @Test
    void keepsTheDecisionNotToSample() {
        var parent = Play.TRACEPARENT.substring(0, 53) + "00";
        var trace = Trace.of(Play.RUN, Optional.of(parent));
        assertThat(trace.sampled()).isFalse();
        assertThat(trace.traceparent("0123456789abcdef")).endsWith("-00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00-short-00f067aa0ba902b7-01"})
    void beginsATraceOfItsOwnWhereNoneIsGiven(String traceparent) {
        var trace = Trace.of(Play.RUN, Optional.of(traceparent).filter(text -> !text.isEmpty()));
        assertThat(trace.traceId()).matches("[0-9a-f]{32}");
        assertThat(trace.parent()).isEmpty();
        assertThat(trace.sampled()).isTrue();
        assertThat(Trace.of(Play.RUN, Optional.empty())).isEqualTo(trace);
    }

    @Test
    void spansOfARunDifferAndAreTheSameOnEveryReplica() {
        var spans =
                Stream.concat(
                                Stream.of(Trace.runSpan(Play.RUN)),
                                IntStream.range(1, 50)
                                        .boxed()
                                        .flatMap(i ->
                                                Stream.of(
                                                        Trace.turnSpan(Play.RUN, i),
                                                        Trace.handoffSpan(Play.RUN, i))))
                        .toList();
        assertThat(spans).doesNotHaveDuplicates().allMatch(span -> span.matches("[0-9a-f]{16}"));
        assertThat(Trace.runSpan(Play.RUN)).isEqualTo(spans.getFirst());
    }
}
