package dev.monkeycoder.simulator.journal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last requests, in the order in which they came. Safe for threads.
public final class Journal {
    private final int capacity;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();
    private long last;

    public Journal(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("request_log: " + capacity + " (expected: >= 1)");
        }
        this.capacity = capacity;
    }

    /// Notes a request whose answer begins now; the oldest entry goes when there are too many.
    ///
    /// @return the entry's id
    public synchronized long open(Asked asked, int status, Optional<String> fault) {
        long id = ++last;
        Answered answered = new Answered(status, fault, Answered.Outcome.OPEN, 0, Optional.empty());
        entries.put(id, new Entry(id, asked, answered));
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
        return id;
    }

    /// Notes how an answer ended. An entry that is gone stays gone.
    public synchronized void close(
            long id, Answered.Outcome outcome, int tokensSent, Instant endedAt) {
        entries.computeIfPresent(
                id,
                (_, entry) ->
                        new Entry(
                                id,
                                entry.asked(),
                                new Answered(
                                        entry.answered().status(),
                                        entry.answered().fault(),
                                        outcome,
                                        tokensSent,
                                        Optional.of(endedAt))));
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    public synchronized void clear() {
        entries.clear();
    }
}
