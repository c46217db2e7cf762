package dev.monkeycoder.cli.spans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.monkeycoder.cli.run.Json;
import dev.monkeycoder.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanPageTest {
    private static final Terminal TERMINAL = new Terminal(110, false, false);
    private static final long MS = 1_000_000;

    @Test
    void drawsATreeWithTimesTokensAndBars() {
        var spans =
                List.of(
                        span("c", "b", "chat scripted", "provider", 300, 700, 1200, 40),
                        span("a", "", "POST /api/v1/runs", "gateway", 0, 1000, 0, 0),
                        span("b", "a", "invoke_agent planner", "orchestrator", 200, 800, 0, 0),
                        span("d", "a", "execute_tool read_file", "context", 900, 930, 0, 0));
        assertThat(String.join("\n", SpanPage.lines(spans, true, TERMINAL)))
                .isEqualTo(
                        """
                        POST /api/v1/runs gateway                                       1.0 s ▏████████████████▕
                        ├ invoke_agent planner orchestrator                            600 ms ▏   ██████████   ▕
                        │ └ chat scripted provider                                     400 ms ▏    ████████    ▕ 1,200 in + 40 out
                        └ execute_tool read_file context                                30 ms ▏              █ ▕

                        4 spans of 4 services, 1.0 s\
                        """);
    }

    @Test
    void shortRepeatedSiblingsShareALine() {
        var spans = new ArrayList<Span>();
        spans.add(span("a", "", "run", "orchestrator", 0, 1000, 0, 0));
        for (var i = 0L; i < 5; i++) {
            spans.add(
                    span(
                            "s" + i,
                            "a",
                            "monkey.client publish",
                            "orchestrator",
                            10 * i,
                            10 * i + 4,
                            0,
                            0));
        }
        spans.add(span("z", "a", "monkey.client publish", "orchestrator", 500, 700, 0, 0));
        var lines = SpanPage.lines(spans, true, TERMINAL);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1))
                .startsWith("├ 5 × monkey.client publish orchestrator")
                .contains("20 ms");
        assertThat(lines.get(2)).startsWith("└ monkey.client publish").contains("200 ms");
    }

    @Test
    void whatCarriesTheWorkIsLeftOutUnlessItFailed() {
        var spans =
                List.of(
                        span("a", "", "POST /api/v1/runs", "gateway", 0, 1000, 0, 0),
                        carrying(
                                "b",
                                "a",
                                "monkey.run.commands publish",
                                "messaging.system",
                                "unset"),
                        carrying("c", "b", "INSERT outbox", "db.system", "unset"),
                        carrying("d", "b", "INSERT inbox", "db.system", "error"),
                        span("e", "c", "invoke_agent planner", "orchestrator", 200, 800, 0, 0));
        var lines = SpanPage.lines(spans, false, TERMINAL);
        assertThat(lines.get(1)).startsWith("├ ✘ INSERT inbox");
        assertThat(lines.get(2)).startsWith("└ invoke_agent planner");
        assertThat(lines.getLast())
                .endsWith("1.0 s; 2 of databases and Kafka are not shown (--all)");
        assertThat(SpanPage.lines(spans, true, TERMINAL)).hasSize(7);
    }

    private static Span carrying(
            String id, String parent, String name, String attribute, String status) {
        return new Span(
                id,
                Optional.of(parent),
                name,
                "gateway",
                100 * MS,
                101 * MS,
                Optional.of(status),
                Map.of(attribute, IntNode.valueOf(1)));
    }

    @Test
    void aMissingParentIsSaid() {
        var lines =
                SpanPage.lines(
                        List.of(
                                span("a", "", "run", "orchestrator", 0, 100, 0, 0),
                                span("b", "lost", "chat", "provider", 10, 20, 0, 0)),
                        true,
                        TERMINAL);
        assertThat(lines)
                .anyMatch(
                        line -> line.contains("? parent lost is not among the spans that arrived"));
        assertThat(lines.getLast())
                .isEqualTo("2 spans of 2 services, 100 ms; 2 trees; 1 with a missing parent");
    }

    @Test
    void aCircleIsDrawnOnce() {
        var lines =
                SpanPage.lines(
                        List.of(
                                span("a", "b", "one", "x", 0, 10, 0, 0),
                                span("b", "a", "two", "x", 1, 9, 0, 0)),
                        true,
                        TERMINAL);
        assertThat(lines)
                .filteredOn(line -> line.contains("one") || line.contains("two"))
                .hasSize(2);
    }

    @Test
    void anErrorStandsOut() {
        var failed =
                new Span(
                        "a",
                        Optional.empty(),
                        "chat",
                        "provider",
                        0,
                        10,
                        Optional.of("STATUS_CODE_ERROR"),
                        Map.of());
        assertThat(SpanPage.lines(List.of(failed), false, TERMINAL).getFirst())
                .startsWith("✘ chat");
    }

    @Test
    void noSpansAreSaid() {
        assertThat(SpanPage.lines(List.of(), false, TERMINAL))
                .containsExactly("no spans of this trace have arrived");
    }

    @Test
    void readsTheCollectorsForm() {
        var span =
                Json.read(
                        """
                        {"trace_id":"t","span_id":"s","parent_span_id":"","name":"chat m","kind":"CLIENT","service":"provider",
                         "start_unix_nano":1700000000000000000,"end_unix_nano":1700000000500000000,"status":"OK",
                         "attributes":{"gen_ai.usage.input_tokens":12}}
                        """,
                        Span.class);
        assertThat(span.parentSpanId()).isEmpty();
        assertThat(span.nanos()).isEqualTo(500 * MS);
        assertThat(span.number("gen_ai.usage.input_tokens")).isEqualTo(12);
    }

    private static Span span(
            String id,
            String parent,
            String name,
            String service,
            long from,
            long to,
            int input,
            int output) {
        Map<String, JsonNode> attributes =
                input == 0
                        ? Map.of()
                        : Map.of(
                                "gen_ai.usage.input_tokens", IntNode.valueOf(input),
                                "gen_ai.usage.output_tokens", IntNode.valueOf(output));
        return new Span(
                id,
                Optional.of(parent),
                name,
                service,
                from * MS,
                to * MS,
                Optional.empty(),
                attributes);
    }
}
