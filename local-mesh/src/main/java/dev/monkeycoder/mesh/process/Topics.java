package dev.monkeycoder.mesh.process;

import dev.monkeycoder.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Makes the topics of the mesh, before any consumer asks for them.
public final class Topics {
    static final int PARTITIONS = 6;
    private static final List<String> NAMES =
            Stream.of(Topic.values()).map(Topic::topicName).toList();

    private Topics() {}

    /// Makes what is not there, and returns when every partition has its leader.
    ///
    /// @throws IllegalStateException when the broker refuses, or does not answer in time
    public static void create(String bootstrapServers, Duration atMost) {
        try (Admin admin = admin(bootstrapServers, atMost)) {
            create(admin, atMost);
        }
    }

    /// Throws all messages away: the topics are deleted and made again. For tests.
    public static void recreate(String bootstrapServers, Duration atMost) {
        try (Admin admin = admin(bootstrapServers, atMost)) {
            admin.deleteTopics(NAMES)
                    .topicNameValues()
                    .forEach((_, deleted) -> join(deleted, UnknownTopicOrPartitionException.class));
            create(admin, atMost);
        }
    }

    private static void create(Admin admin, Duration atMost) {
        CreateTopicsResult result =
                admin.createTopics(Stream.of(Topic.values()).map(Topics::topic).toList());
        Map<String, Optional<Uuid>> ids = new HashMap<>();
        for (String topic : NAMES) {
            ids.put(topic, join(result.topicId(topic), TopicExistsException.class));
        }
        long end = System.nanoTime() + atMost.toNanos();
        // the controller has them; the broker learns of them a moment later
        while (!known(admin, ids)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("topics: no leaders after " + atMost);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean known(Admin admin, Map<String, Optional<Uuid>> ids) {
        return admin.describeTopics(NAMES).topicNameValues().entrySet().stream()
                .allMatch(topic -> {
                    Optional<Uuid> made = ids.getOrDefault(topic.getKey(), Optional.empty());
                    return join(topic.getValue(), UnknownTopicOrPartitionException.class)
                            .filter(now -> made.isEmpty() || made.get().equals(now.topicId()))
                            .filter(now -> now.partitions().size() == PARTITIONS)
                            .filter(now ->
                                    now.partitions().stream().allMatch(p -> p.leader() != null))
                            .isPresent();
                });
    }

    /// How long messages stay. Clients look back over an open turn only; commands and results are
    /// in their services' tables soon; facts wait for a reader that was away for days.
    static Duration retention(Topic topic) {
        return switch (topic) {
            case CLIENT -> Duration.ofHours(1);
            case RUN_COMMANDS,
                    CONTEXT_COMMANDS,
                    MODEL_COMMANDS,
                    CALL_RESULTS,
                    CALL_CANCELS,
                    IDENTITY ->
                    Duration.ofDays(1);
            case USAGE, CONVERSATION -> Duration.ofDays(7);
            case DEAD_LETTERS -> Duration.ofDays(30);
        };
    }

    private static NewTopic topic(Topic topic) {
        Duration retention = retention(topic);
        Duration segment = retention.dividedBy(4);
        return new NewTopic(topic.topicName(), PARTITIONS, (short) 1)
                .configs(
                        Map.of(
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(retention.toMillis()),
                                TopicConfig.SEGMENT_MS_CONFIG,
                                Long.toString(segment.toMillis())));
    }

    private static Admin admin(String bootstrapServers, Duration atMost) {
        String ms = Long.toString(atMost.toMillis());
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        ms,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        ms));
    }

    private static <T> Optional<T> join(
            KafkaFuture<T> future, Class<? extends RuntimeException> harmless) {
        try {
            return Optional.ofNullable(future.get());
        } catch (ExecutionException e) {
            if (harmless.isInstance(e.getCause())) {
                return Optional.empty();
            }
            throw new IllegalStateException("topics: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("topics: interrupted", e);
        }
    }
}
