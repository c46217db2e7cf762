package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshFileTest {
    private static final MeshFile FILE =
            new MeshFile(
                    7,
                    "2026-11-22T10:00:00Z",
                    true,
                    "/state/key",
                    Map.of("gateway", "http://127.0.0.1:8080"),
                    List.of(
                            new MeshFile.Entry(
                                    "kafka",
                                    "ready",
                                    9092,
                                    8,
                                    1,
                                    "2026-11-22T10:00:01Z",
                                    "/l",
                                    "")));

    @Test
    void isReadAsItWasWritten() {
        assertThat(MeshFile.of(FILE.toJson())).isEqualTo(FILE);
    }

    @Test
    void speaksSnakeCase() {
        assertThat(FILE.toJson()).contains("\"key_file\"", "\"started_at\"", "\"restarts\" : 1");
    }

    @Test
    void aFieldOfANewerMeshDoesNoHarm() {
        String newer = FILE.toJson().replaceFirst("\\{", "{\"colour\":\"red\",");
        assertThat(MeshFile.of(newer)).isEqualTo(FILE);
    }

    @Test
    void whatIsNoMeshFileIsRefused() {
        assertThatThrownBy(() -> MeshFile.of("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
