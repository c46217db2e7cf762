package dev.monkeycoder.cli.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SseParserTest {
    private final SseParser parser = new SseParser();

    @Test
    void readsEventsWithTheirIds() {
        assertThat(events("id: 7", "event: text.delta", "data: {\"a\":1}", "", "data:second", ""))
                .containsExactly(
                        new SseEvent(Optional.of("7"), "text.delta", "{\"a\":1}"),
                        new SseEvent(Optional.of("7"), "message", "second"));
    }

    @Test
    void joinsLinesOfData() {
        assertThat(events("data: a", "data:", "data:  b", ""))
                .extracting(SseEvent::data)
                .containsExactly("a\n\n b");
    }

    @Test
    void heartbeatsAndUnknownFieldsAreNoEvents() {
        assertThat(events(": heartbeat", "", "weather: fine", "", "event: x", "")).isEmpty();
    }

    @Test
    void anEventThatNeverEndedIsDropped() {
        assertThat(events("data: half")).isEmpty();
    }

    @Test
    void takesTheServersWishHowLongToWait() {
        events("retry: 1500", "retry: soon");
        assertThat(parser.retry()).contains(Duration.ofMillis(1500));
    }

    private List<SseEvent> events(String... lines) {
        return List.of(lines).stream().flatMap(line -> parser.line(line).stream()).toList();
    }
}
