package dev.monkeycoder.context.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// Cuts work on many files into pieces that fit into memory.
public final class Batches {
    private static final long BYTES = 2_000_000;
    private static final int COUNT = 250;

    private Batches() {}

    /// The items in their order; a piece is as large as it may be, one large item is a piece alone.
    public static <T> List<List<T>> of(List<T> items, ToLongFunction<T> bytes) {
        var batches = new ArrayList<List<T>>();
        var batch = new ArrayList<T>();
        var sum = 0L;
        for (var item : items) {
            var size = bytes.applyAsLong(item);
            if (!batch.isEmpty() && (sum + size > BYTES || batch.size() == COUNT)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                sum = 0;
            }
            batch.add(item);
            sum += size;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
