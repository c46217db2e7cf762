package dev.monkeycoder.mesh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.MeshFile;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.Secrets;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    private static final MeshFile MESH =
            new MeshFile(1, "2026-11-22T10:00:00Z", true, "/key", Map.of(), List.of());

    @TempDir Path folder;

    @Test
    void oneMeshAtATime() {
        try (StateFolder _ = StateFolder.taken(folder)) {
            assertThatThrownBy(() -> StateFolder.taken(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a mesh is up already");
        }
        StateFolder.taken(folder).close();
    }

    @Test
    void secretsStayAndOnlyTheirOwnerReadsThem() throws Exception {
        Secrets first;
        try (StateFolder state = StateFolder.taken(folder)) {
            first = state.secrets();
        }
        try (StateFolder state = StateFolder.taken(folder)) {
            assertThat(state.secrets().values()).isEqualTo(first.values());
        }
        assertThat(Files.readString(folder.resolve("key"))).isEqualTo(first.apiKey() + "\n");
        for (String file : List.of("key", "secrets")) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(file));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void aMeshIsSeenByOthersForAsLongAsItsProcessHasTheFolder() {
        try (StateFolder state = StateFolder.taken(folder)) {
            state.publish(MESH);
            assertThat(StateFolder.running(folder)).contains(MESH);
        }
        assertThat(StateFolder.running(folder)).isEmpty();
    }

    @Test
    void whatAKilledMeshLeftIsNotTakenForARunningOne() throws Exception {
        Files.writeString(folder.resolve("mesh.json"), MESH.toJson());
        assertThat(StateFolder.running(folder)).isEmpty();
        assertThat(StateFolder.end(folder, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void aLargeLogIsPutAside() throws Exception {
        MeshConfig config = MeshConfig.of(new Checkout(folder), folder, Map.of());
        try (StateFolder state = StateFolder.taken(folder)) {
            try (RandomAccessFile log =
                    new RandomAccessFile(config.log(Part.KAFKA).toFile(), "rw")) {
                log.setLength(17L << 20);
            }
            Files.writeString(config.log(Part.AUTH), "short");
            state.turnLogs(config);
        }
        assertThat(config.log(Part.KAFKA)).doesNotExist();
        assertThat(config.log(Part.KAFKA).resolveSibling("kafka.log.1")).exists();
        assertThat(config.log(Part.AUTH)).exists();
    }
}
