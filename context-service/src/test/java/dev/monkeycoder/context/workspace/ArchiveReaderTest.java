package dev.monkeycoder.context.workspace;

import static dev.monkeycoder.context.workspace.ArchiveFormat.GZIP_TAR;
import static dev.monkeycoder.context.workspace.ArchiveFormat.TAR;
import static dev.monkeycoder.context.workspace.ArchiveFormat.ZIP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.monkeycoder.context.workspace.Archives.Tar;
import dev.monkeycoder.context.workspace.Archives.Zip;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an upload gives when it is as it should be.
class ArchiveReaderTest {
    @Test
    void aTarGivesItsFilesAndWhichMayRun() {
        var archive =
                new Tar()
                        .folder("./src")
                        .file("./src/App.java", "class App {}\n")
                        .file("./run", "#!/bin/sh\n".getBytes(UTF_8), 0100755)
                        .file("./empty", "")
                        .bytes();

        var unpacked = Unpacked.of(TAR, archive);

        assertThat(unpacked.taken().files()).isEqualTo(3);
        assertThat(unpacked.taken().bytes()).isEqualTo(23);
        assertThat(unpacked.taken().skipped()).isEmpty();
        assertThat(unpacked.files())
                .containsExactly(
                        entry("src/App.java", "class App {}\n"),
                        entry("run", "#!/bin/sh\n"),
                        entry("empty", ""));
        assertThat(unpacked.executables()).containsExactly("run");
    }

    @Test
    void aGzipGivesTheTarInIt() {
        var unpacked = Unpacked.of(GZIP_TAR, new Tar().file("a", "b").gzip());

        assertThat(unpacked.files()).containsExactly(entry("a", "b"));
    }

    @Test
    void aZipGivesItsFilesAndWhichMayRun() {
        var archive =
                new Zip()
                        .file("src/App.java", "class App {}\n")
                        .file("run", "#!/bin/sh\n", 0100755)
                        .bytes();

        var unpacked = Unpacked.of(ZIP, archive);

        assertThat(unpacked.files())
                .containsExactly(
                        entry("src/App.java", "class App {}\n"), entry("run", "#!/bin/sh\n"));
        assertThat(unpacked.executables()).containsExactly("run");
    }

    @Test
    void longNamesAndOtherAlphabetsComeThrough() {
        var name = "größe/" + "x".repeat(120) + "/日本.txt";

        assertThat(Unpacked.of(TAR, new Tar().file(name, "1").bytes()).files())
                .containsExactly(entry(name, "1"));
        assertThat(Unpacked.of(ZIP, new Zip().file(name, "1").bytes()).files())
                .containsExactly(entry(name, "1"));
    }

    @ParameterizedTest
    @EnumSource(ArchiveFormat.class)
    void whatNeverBelongsInAWorkspaceIsLeftOutAndReported(ArchiveFormat format) {
        var files =
                Map.of(
                        "app/.git/config", "x",
                        "app/.git/HEAD", "x",
                        "app/node_modules/a/index.js", "x",
                        "app/.env", "KEY=1",
                        "app/a.pem", "x",
                        "app/App.java", "class App {}");

        var unpacked = Unpacked.of(format, pack(format, files));

        assertThat(unpacked.files().keySet()).containsExactly("app/App.java");
        assertThat(unpacked.taken().files()).isEqualTo(1);
        assertThat(unpacked.taken().skipped())
                .extracting(Skipped::path)
                .containsExactlyInAnyOrder("app/.git/", "app/node_modules/", "app/");
        assertThat(unpacked.taken().skipped())
                .extracting(Skipped::reason)
                .contains("repository data (2 files)", "installed packages (1 file)")
                .anyMatch(reason -> reason.startsWith("secret (2 files): "));
    }

    private static byte[] pack(ArchiveFormat format, Map<String, String> files) {
        if (format == ZIP) {
            var zip = new Zip();
            files.forEach(zip::file);
            return zip.bytes();
        }
        var tar = new Tar();
        files.forEach(tar::file);
        return format == TAR ? tar.bytes() : tar.gzip();
    }

    @Test
    void linksAreLeftOutAndReported() {
        var tar =
                new Tar()
                        .file("a/b", "1")
                        .link("a/soft", "../a/b")
                        .hardLink("a/hard", "a/b")
                        .bytes();
        var zip = new Zip().file("a/b", "1").file("a/soft", "b", 0120777).bytes();

        assertThat(Unpacked.of(TAR, tar).taken().skipped())
                .containsExactly(new Skipped("a/", "link (2 files): soft, hard"));
        assertThat(Unpacked.of(ZIP, zip).taken().skipped())
                .containsExactly(new Skipped("a/soft", "link"));
    }

    @Test
    void aFileOverTheLimitIsLeftOutAndTheRestIsKept() {
        var archive =
                new Tar()
                        .file("small", "1")
                        .file("large", "x".repeat(1_001))
                        .file("z", "2")
                        .bytes();

        var unpacked = Unpacked.of(TAR, archive);

        assertThat(unpacked.files().keySet()).containsExactly("small", "z");
        assertThat(unpacked.taken().skipped())
                .containsExactly(new Skipped("large", "larger than 1000 bytes"));
    }

    @Test
    void namesThatDifferInCaseAreTwoFiles() {
        var unpacked = Unpacked.of(TAR, new Tar().file("Readme", "1").file("README", "2").bytes());

        assertThat(unpacked.files()).hasSize(2);
    }

    @Test
    void anEmptyArchiveIsAnEmptyWorkspace() {
        assertThat(Unpacked.of(TAR, new Tar().bytes()).taken().files()).isZero();
    }
}
