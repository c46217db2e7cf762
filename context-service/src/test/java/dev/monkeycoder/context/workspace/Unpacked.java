package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.ArchiveReader.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// What came of reading an archive.
record Unpacked(Outcome outcome, Map<String, String> files, List<String> executables) {
    static final ArchiveLimits LIMITS = new ArchiveLimits(100, 1_000, 20_000, 50);

    static Unpacked of(ArchiveFormat format, byte[] archive) {
        return of(format, archive, LIMITS);
    }

    static Unpacked of(ArchiveFormat format, byte[] archive, ArchiveLimits limits) {
        var files = new LinkedHashMap<String, String>();
        var executables = new ArrayList<String>();
        var outcome =
                ArchiveReader.read(
                        format,
                        new SeekableInMemoryByteChannel(archive),
                        limits,
                        (path, executable, content) -> {
                            files.put(path.value(), new String(content, UTF_8));
                            if (executable) {
                                executables.add(path.value());
                            }
                        });
        return new Unpacked(outcome, files, executables);
    }

    Outcome.Taken taken() {
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return (Outcome.Taken) outcome;
    }

    Outcome.Refused refused() {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }
}
