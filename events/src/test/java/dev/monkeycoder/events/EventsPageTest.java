package dev.monkeycoder.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the tables of `docs/events.md` true.
class EventsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void namesEveryTopicWithItsWritersAndReaders() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        Stream.of(Topic.values())
                                .map(topic ->
                                        "| `%s` | %s | %s |"
                                                .formatted(
                                                        topic.topicName(),
                                                        topic.writers(),
                                                        topic.readers()))
                                .collect(Collectors.joining("\n")));
    }

    @Test
    void namesEveryTypeWithItsTopicAndRecord() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        Stream.of(EventType.values())
                                .map(type ->
                                        "| `%s` | `%s` | `%s` |"
                                                .formatted(
                                                        type.type(),
                                                        type.topic().topicName(),
                                                        record(type.event())))
                                .collect(Collectors.joining("\n")));
    }

    private static String record(Class<?> event) {
        return event.getName().substring(event.getPackageName().length() + 1).replace('$', '.');
    }
}
