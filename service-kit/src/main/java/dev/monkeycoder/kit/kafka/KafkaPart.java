package dev.monkeycoder.kit.kafka;

import dev.monkeycoder.kit.health.Part;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The Kafka cluster, as a part for readiness.
@ApplicationScoped
class KafkaPart implements Part {
    private final Admin admin;

    KafkaPart(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                1500,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                1500));
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public Uni<Void> probe() {
        return Uni.createFrom()
                .completionStage(() -> admin.describeCluster().clusterId().toCompletionStage())
                .replaceWithVoid();
    }

    void stop(@Observes ShutdownEvent event) {
        admin.close(Duration.ofSeconds(1));
    }
}
