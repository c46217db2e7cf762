package dev.monkeycoder.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final Lanes lanes = new Lanes();
    private final List<String> log = new ArrayList<>();
    private final Map<String, CompletableFuture<Void>> works = new HashMap<>();

    @Test
    void workOfOneKeyWaitsForWhatCameBefore() {
        start("a", "1");
        start("a", "2");
        assertThat(log).containsExactly("start 1");
        end("1");
        assertThat(log).containsExactly("start 1", "start 2");
        end("2");
    }

    @Test
    void workOfAnotherKeyDoesNotWait() {
        start("a", "1");
        start("b", "2");
        assertThat(log).containsExactly("start 1", "start 2");
    }

    @Test
    void aFailureLetsTheNextOneStart() {
        start("a", "1");
        start("a", "2");
        work("1").completeExceptionally(new IllegalStateException("broken"));
        assertThat(log).containsExactly("start 1", "start 2");
    }

    @Test
    void anEmptyLaneIsForgotten() {
        start("a", "1");
        end("1");
        start("a", "2");
        assertThat(log).containsExactly("start 1", "start 2");
    }

    private void start(String key, String name) {
        lanes.inOrder(
                        key,
                        () -> {
                            log.add("start " + name);
                            return Uni.createFrom().completionStage(work(name));
                        })
                .subscribe()
                .with(_ -> {}, _ -> {});
    }

    private CompletableFuture<Void> work(String name) {
        return works.computeIfAbsent(name, _ -> new CompletableFuture<>());
    }

    private void end(String name) {
        work(name).complete(null);
    }
}
