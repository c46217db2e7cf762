package dev.monkeycoder.context.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static List<List<Long>> batches(Long... sizes) {
        return Batches.of(List.of(sizes), size -> size);
    }

    @Test
    void itemsAreKeptTogetherWhileTheyFit() {
        assertThat(batches(1_000_000L, 1_000_000L, 1L, 2_000_000L, 9_000_000L))
                .containsExactly(
                        List.of(1_000_000L, 1_000_000L),
                        List.of(1L),
                        List.of(2_000_000L),
                        List.of(9_000_000L));
    }

    @Test
    void aPieceHasABoundedNumberOfItems() {
        var many = LongStream.range(0, 501).map(_ -> 0).boxed().toArray(Long[]::new);

        assertThat(batches(many)).extracting(List::size).containsExactly(250, 250, 1);
    }

    @Test
    void nothingIsNoPiece() {
        assertThat(batches()).isEmpty();
    }
}
