package dev.monkeycoder.orchestrator.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/// The SDK's ids, random but for the spans that this service derives: while such a span is made,
/// its thread (and no other) gets the given ids.
@Singleton
class PresetIds implements IdGenerator {
    private static final IdGenerator RANDOM = IdGenerator.random();

    private final ThreadLocal<Optional<Ids>> preset = ThreadLocal.withInitial(Optional::empty);

    private record Ids(String trace, String span) {}

    @Override
    public String generateSpanId() {
        return preset.get().map(Ids::span).orElseGet(RANDOM::generateSpanId);
    }

    @Override
    public String generateTraceId() {
        return preset.get().map(Ids::trace).orElseGet(RANDOM::generateTraceId);
    }

    /// Runs `work`, in which at most one span is started.
    <T> T with(String trace, String span, Supplier<T> work) {
        preset.set(Optional.of(new Ids(trace, span)));
        try {
            return work.get();
        } finally {
            preset.remove();
        }
    }
}
