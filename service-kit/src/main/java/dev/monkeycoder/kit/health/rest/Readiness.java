package dev.monkeycoder.kit.health.rest;

import dev.monkeycoder.kit.health.Door;
import dev.monkeycoder.kit.health.Part;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Ready as long as one door works. A door whose part is gone answers 503 by itself; taking the
/// whole service out would close the others too.
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements AsyncHealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Instance<Door> doors;
    private final Instance<Part> parts;

    Readiness(@Any Instance<Door> doors, @Any Instance<Part> parts) {
        this.doors = doors;
        this.parts = parts;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<Uni<String>> probes =
                parts.stream()
                        .map(part ->
                                part.probe()
                                        .ifNoItem()
                                        .after(PATIENCE)
                                        .fail()
                                        .replaceWith(part.name())
                                        .onFailure()
                                        .recoverWithItem(""))
                        .toList();
        return Uni.join()
                .all(probes)
                .andFailFast()
                .map(up -> response(Set.copyOf(up.stream().distinct().toList())));
    }

    private HealthCheckResponse response(Set<String> up) {
        var response = HealthCheckResponse.named("doors");
        parts.stream()
                .forEach(
                        part -> response.withData("part." + part.name(), up.contains(part.name())));
        var open =
                doors.stream()
                        .filter(door -> up.containsAll(door.parts()))
                        .collect(Collectors.toSet());
        doors.stream()
                .forEach(door -> response.withData("door." + door.name(), open.contains(door)));
        return response.status(!open.isEmpty()).build();
    }
}
