package dev.monkeycoder.gateway.replay.kafka;

import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Starts a reader some time ago: what every replica keeps in memory of a topic is there again
/// after a restart. Nothing is committed, so this is also where a reader starts that lost its
/// partitions.
public abstract class LookBack implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(LookBack.class);

    private final InstantSource clock;
    private final Duration howFar;

    protected LookBack(InstantSource clock, Duration howFar) {
        this.clock = clock;
        this.howFar = howFar;
    }

    @Override
    public void onPartitionsAssigned(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var from = clock.instant().minus(howFar).toEpochMilli();
        var ends = consumer.endOffsets(partitions);
        var starts =
                consumer.offsetsForTimes(
                        partitions.stream().collect(Collectors.toMap(p -> p, _ -> from)));
        for (var partition : partitions) {
            var start = starts.get(partition);
            consumer.seek(
                    partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
        }
        LOG.infof("topic is read from some time ago partitions=%s from=%s", partitions, howFar);
    }
}
