package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.mesh.process.FreePorts;
import dev.monkeycoder.mesh.process.StateFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// A mesh of all that is not ours, really started. The services join it in `system-tests`.
class MeshIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path state;

    @Test
    void partsComeUpAreTracedKilledStartedAndGone() throws Exception {
        MeshConfig config = withoutServices();
        try (RunningMesh mesh = Mesh.start(config, _ -> {})) {
            assertThat(mesh.urls()).containsOnlyKeys(Part.KEYCLOAK, Part.TRACES);
            assertThat(StateFolder.running(state).orElseThrow().parts()).hasSize(3);
            assertThatThrownBy(() -> Mesh.start(config, _ -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a mesh is up already");

            assertThat(status(mesh, Part.KAFKA)).isEqualTo(PartState.READY);
            mesh.kill(Part.KAFKA);
            assertThat(status(mesh, Part.KAFKA)).isEqualTo(PartState.STOPPED);
            mesh.start(Part.KAFKA);
            assertThat(status(mesh, Part.KAFKA)).isEqualTo(PartState.READY);

            mesh.await(Part.KEYCLOAK, Duration.ofMinutes(5));
            assertThat(get(config.realm() + "/.well-known/openid-configuration"))
                    .contains("\"issuer\":\"" + config.realm() + "\"");
            assertThat(get(config.url(Part.TRACES) + "/traces/0")).contains("spans");
        }
        assertThat(config.parts()).allMatch(part -> FreePorts.free(config.port(part)));
        assertThat(StateFolder.running(state)).isEmpty();
    }

    private MeshConfig withoutServices() {
        Map<Part, Integer> ports =
                Stream.of(Part.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> FreePorts.any()));
        MeshConfig config = MeshConfig.of(Checkout.find(), state, Map.of()).onPorts(ports);
        for (Part part : Part.values()) {
            if (part.module().isPresent()) {
                config = config.without(part);
            }
        }
        return config;
    }

    private static PartState status(RunningMesh mesh, Part part) {
        return mesh.status().stream()
                .filter(it -> it.part() == part)
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static String get(String uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
