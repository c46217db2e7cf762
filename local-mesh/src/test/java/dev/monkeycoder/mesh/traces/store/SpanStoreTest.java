package dev.monkeycoder.mesh.traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.mesh.traces.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpanStoreTest {
    private static final SpanStore.Bounds ROOMY = SpanStore.Bounds.USUAL;

    @TempDir Path folder;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aTraceIsToldInTheOrderItCameAndNothingElse() {
        try (SpanStore store = open(ROOMY)) {
            store.add(List.of(span("a", 1), span("b", 2)));
            store.add(List.of(span("a", 3)));
            assertThat(store.spans("a")).containsExactly(span("a", 1), span("a", 3));
            assertThat(store.spans("c")).isEmpty();
        }
    }

    @Test
    void spansOutliveTheProcess() {
        try (SpanStore store = open(ROOMY)) {
            store.add(List.of(span("a", 1), span("b", 2)));
        }
        try (SpanStore store = open(ROOMY)) {
            store.add(List.of(span("a", 3)));
            assertThat(store.spans("a")).containsExactly(span("a", 1), span("a", 3));
        }
    }

    @Test
    void aLineThatACrashCutOffIsLeftOut() throws Exception {
        try (SpanStore store = open(ROOMY)) {
            store.add(List.of(span("a", 1)));
        }
        Files.writeString(
                files().getFirst(), "{\"trace_id\":\"a\",\"na", StandardOpenOption.APPEND);
        try (SpanStore store = open(ROOMY)) {
            store.add(List.of(span("a", 2)));
            assertThat(store.spans("a")).containsExactly(span("a", 1), span("a", 2));
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws Exception {
        try (SpanStore store = open(new SpanStore.Bounds(1, 3, Duration.ofDays(1)))) {
            for (int n = 1; n <= 5; n++) {
                store.add(List.of(span("a", n)));
            }
            assertThat(store.spans("a")).containsExactly(span("a", 3), span("a", 4), span("a", 5));
            assertThat(files()).hasSize(3);
        }
    }

    @Test
    void theOldGoWhenTheirTimeIsUp() throws Exception {
        try (SpanStore store = open(new SpanStore.Bounds(1, 9, Duration.ofHours(1)))) {
            store.add(List.of(span("a", 1)));
            now = now.plus(Duration.ofHours(2));
            store.add(List.of(span("a", 2)));
            assertThat(store.spans("a")).containsExactly(span("a", 2));
            assertThat(files()).hasSize(1);
        }
    }

    private SpanStore open(SpanStore.Bounds bounds) {
        return SpanStore.open(folder, bounds, () -> now);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Span span(String trace, long start) {
        return new Span(
                trace,
                "s",
                "",
                "name",
                "internal",
                "auth",
                start,
                start + 1,
                "ok",
                Map.of("k", "v"));
    }
}
