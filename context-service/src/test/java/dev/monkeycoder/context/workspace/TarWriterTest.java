package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TarWriterTest {
    private static byte[] tar(Map<String, String> files) {
        var out = new ByteArrayOutputStream();
        var writer = new TarWriter(Instant.parse("2026-01-01T00:00:00Z"));
        files.forEach((path, text) -> {
            var content = text.getBytes(UTF_8);
            var file = FileEntry.of(new WorkspacePath(path), path.equals("run"), content);
            out.writeBytes(writer.file(file, content));
        });
        out.writeBytes(writer.end());
        return out.toByteArray();
    }

    @Test
    void whatWasWrittenCanBeUploadedAgain() {
        var files =
                new java.util.TreeMap<>(
                        Map.of(
                                "run",
                                "#!/bin/sh\n",
                                "empty",
                                "",
                                "größe/" + "x".repeat(120) + "/日本.txt",
                                "1"));

        var unpacked = Unpacked.of(ArchiveFormat.TAR, tar(files));

        assertThat(unpacked.files()).isEqualTo(files);
        assertThat(unpacked.executables()).containsExactly("run");
    }

    @Test
    void theSameFilesGiveTheSameBytes() {
        assertThat(tar(Map.of("a", "1"))).isEqualTo(tar(Map.of("a", "1")));
    }
}
