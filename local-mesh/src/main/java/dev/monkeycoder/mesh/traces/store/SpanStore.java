package dev.monkeycoder.mesh.traces.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.mesh.traces.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Spans in files of lines, one JSON object each, that are only ever appended to. When the newest
/// file is full the next one is begun; the oldest go when there are too many, or when they are too
/// old.
public final class SpanStore implements AutoCloseable {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private final Path folder;
    private final Bounds bounds;
    private final InstantSource clock;
    private final Deque<Segment> segments = new ArrayDeque<>();

    /// How much is kept.
    public record Bounds(long segmentBytes, int segments, Duration age) {
        /// At most 64 MiB, and a week.
        public static final Bounds USUAL = new Bounds(8L << 20, 8, Duration.ofDays(7));
    }

    private SpanStore(Path folder, Bounds bounds, InstantSource clock) {
        this.folder = folder;
        this.bounds = bounds;
        this.clock = clock;
    }

    /// Opens a folder with all that it holds.
    public static SpanStore open(Path folder, Bounds bounds, InstantSource clock) {
        try {
            Files.createDirectories(folder);
            SpanStore store = new SpanStore(folder, bounds, clock);
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> sorted =
                        files.filter(file -> file.toString().endsWith(".spans")).sorted().toList();
                for (Path file : sorted) {
                    store.segments.add(Segment.open(file, SpanStore::traceOf));
                }
            }
            store.drop();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not readable", e);
        }
    }

    public synchronized void add(List<Span> spans) {
        try {
            for (Span span : spans) {
                current().append(span.traceId(), MAPPER.writeValueAsBytes(span));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not writable", e);
        }
    }

    /// Those of a trace, in the order they came.
    public synchronized List<Span> spans(String traceId) {
        List<Span> spans = new ArrayList<>();
        try {
            for (Segment segment : segments) {
                for (byte[] line : segment.lines(traceId)) {
                    spans.add(MAPPER.readValue(line, Span.class));
                }
            }
            return spans;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not readable", e);
        }
    }

    @Override
    public synchronized void close() {
        segments.forEach(Segment::close);
        segments.clear();
    }

    private Segment current() throws IOException {
        Segment last = segments.peekLast();
        if (last != null && last.size() < bounds.segmentBytes()) {
            return last;
        }
        String name = "%013d-%06d.spans".formatted(clock.millis(), number(last));
        Segment fresh = Segment.open(folder.resolve(name), SpanStore::traceOf);
        segments.add(fresh);
        drop();
        return fresh;
    }

    private void drop() throws IOException {
        long oldest = clock.millis() - bounds.age().toMillis();
        while (segments.size() > 1
                && (segments.size() > bounds.segments() || begun(segments.getFirst()) < oldest)) {
            segments.removeFirst().delete();
        }
    }

    private static long begun(Segment segment) {
        return Long.parseLong(segment.name().substring(0, 13));
    }

    private static int number(@Nullable Segment last) {
        return last == null ? 0 : Integer.parseInt(last.name().substring(14, 20)) + 1;
    }

    private static Optional<String> traceOf(byte[] line) {
        try {
            return Optional.of(MAPPER.readTree(line).path("trace_id").asText());
        } catch (IOException e) {
            // bytes that a crash left behind
            return Optional.empty();
        }
    }
}
