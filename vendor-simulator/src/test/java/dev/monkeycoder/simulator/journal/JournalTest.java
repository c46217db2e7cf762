package dev.monkeycoder.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Asked ASKED =
            new Asked(NOW, "/v1/chat/completions", "echo", "cret", Map.of(), "{}");

    private final Journal journal = new Journal(2);

    @Test
    void anAnswerIsOpenUntilItEnds() {
        long id = journal.open(ASKED, 200, Optional.of("stall"));
        assertThat(journal.entries())
                .containsExactly(
                        new Entry(
                                id,
                                ASKED,
                                new Answered(
                                        200,
                                        Optional.of("stall"),
                                        Answered.Outcome.OPEN,
                                        0,
                                        Optional.empty())));
        journal.close(id, Answered.Outcome.CANCELLED_BY_CLIENT, 3, NOW.plusSeconds(1));
        assertThat(journal.entries().getFirst().answered())
                .isEqualTo(
                        new Answered(
                                200,
                                Optional.of("stall"),
                                Answered.Outcome.CANCELLED_BY_CLIENT,
                                3,
                                Optional.of(NOW.plusSeconds(1))));
    }

    @Test
    void theOldestEntryGoesWhenThereAreTooMany() {
        long first = journal.open(ASKED, 200, Optional.empty());
        long second = journal.open(ASKED, 200, Optional.empty());
        long third = journal.open(ASKED, 200, Optional.empty());
        journal.close(first, Answered.Outcome.COMPLETED, 1, NOW);
        assertThat(journal.entries()).extracting(Entry::id).containsExactly(second, third);
    }

    @Test
    void idsGoOnAfterItIsCleared() {
        long first = journal.open(ASKED, 200, Optional.empty());
        journal.clear();
        assertThat(journal.entries()).isEmpty();
        assertThat(journal.open(ASKED, 200, Optional.empty())).isGreaterThan(first);
    }

    @Test
    void itKeepsOneEntryAtLeast() {
        assertThatThrownBy(() -> new Journal(0)).hasMessage("request_log: 0 (expected: >= 1)");
    }

    @Test
    void credentialsAreNotKept() {
        assertThat(
                        Headers.of(
                                List.of(
                                        Map.entry("Authorization", "Bearer secret"),
                                        Map.entry("Cookie", "a=b"),
                                        Map.entry("TraceParent", "00-1"),
                                        Map.entry("Idempotency-Key", "k"))))
                .isEqualTo(Map.of("traceparent", "00-1", "idempotency-key", "k"));
    }

    @Test
    void ofAKeyOnlyItsEndIsKeptAndNeverMoreThanHalf() {
        assertThat(Headers.keyEnd("sk-0123456789abcdef")).isEqualTo("cdef");
        assertThat(Headers.keyEnd("abcd")).isEqualTo("cd");
        assertThat(Headers.keyEnd("a")).isEmpty();
        assertThat(Headers.keyEnd("")).isEmpty();
    }
}
