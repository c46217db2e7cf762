package dev.monkeycoder.cli.project.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.project.Application.Change;
import dev.monkeycoder.cli.project.Application.Present;
import dev.monkeycoder.cli.project.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    @TempDir Path temp;
    private Path root;

    @BeforeEach
    void project() throws IOException {
        root = Files.createDirectory(temp.resolve("project")).toRealPath();
        write("src/Main.java", "class Main {}\n");
        write("target/Main.class", "bytes");
        write("na\u00efve file.txt", "x");
        Files.createSymbolicLink(root.resolve("link.txt"), root.resolve("src/Main.java"));
        Files.createSymbolicLink(root.resolve("linked"), root.resolve("src"));
    }

    @Test
    void withoutGitAllButWhatBuildsMakeTravels() {
        assertThat(ProjectFolder.at(root).files())
                .containsExactly("na\u00efve file.txt", "src/Main.java");
    }

    @Test
    void gitSaysWhatBelongsToTheProject() throws Exception {
        write(".gitignore", "secret.txt\ntarget/\n");
        write("secret.txt", "key");
        write("gone.txt", "x");
        run(root, "git", "init", "-q");
        run(root, "git", "add", ".");
        Files.delete(root.resolve("gone.txt"));
        write("fresh.txt", "not added yet");
        assertThat(ProjectFolder.at(root).files())
                .containsExactly(".gitignore", "fresh.txt", "na\u00efve file.txt", "src/Main.java");
        assertThat(ProjectFolder.at(root.resolve("src")).files()).containsExactly("Main.java");
    }

    @Test
    void aPackedProjectIsATarThatOthersRead() throws Exception {
        var longPath = "a".repeat(90) + "/" + "b".repeat(90) + "/c.txt";
        write(longPath, "deep");
        write("run.sh", "#!/bin/sh\n");
        Files.setPosixFilePermissions(
                root.resolve("run.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = ProjectFolder.at(root);
        var tar = temp.resolve("project.tar");
        var uploaded = folder.pack(folder.files(), tar);
        var out = Files.createDirectory(temp.resolve("out"));
        run(out, "tar", "-xf", tar.toString());
        assertThat(ProjectFolder.at(out).files())
                .containsExactly(longPath, "na\u00efve file.txt", "run.sh", "src/Main.java");
        assertThat(out.resolve(longPath)).hasContent("deep");
        assertThat(Files.isExecutable(out.resolve("run.sh"))).isTrue();
        assertThat(uploaded.hash("src/Main.java"))
                .contains(Hash.of("class Main {}\n".getBytes(UTF_8)));
    }

    @Test
    void linksAreNotFilesOfTheProject() {
        var folder = ProjectFolder.at(root);
        assertThat(folder.now("link.txt")).isInstanceOf(Present.Other.class);
        assertThat(folder.now("linked/Main.java")).isInstanceOf(Present.Other.class);
        assertThat(folder.now("src")).isInstanceOf(Present.Other.class);
        assertThat(folder.now("src/Main.java")).isInstanceOf(Present.File.class);
        assertThat(folder.now("src/New.java")).isEqualTo(new Present.Nothing());
    }

    @Test
    void changesAreWrittenWithTheirModes() throws IOException {
        new Changes(root)
                .write(
                        List.of(
                                write("src/Main.java", "class Main2 {}\n", Optional.empty()),
                                write("new/run.sh", "#!/bin/sh\n", Optional.of(true)),
                                new Change.Delete("na\u00efve file.txt")));
        assertThat(root.resolve("src/Main.java")).hasContent("class Main2 {}\n");
        assertThat(Files.isExecutable(root.resolve("new/run.sh"))).isTrue();
        assertThat(root.resolve("na\u00efve file.txt")).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void whenOneFileCannotBeWrittenTheOthersKeepTheirContent() throws IOException {
        Files.createDirectories(root.resolve("folder/inside"));
        assertThatThrownBy(() ->
                        new Changes(root)
                                .write(
                                        List.of(
                                                write("src/Main.java", "changed", Optional.empty()),
                                                write("fresh.txt", "fresh", Optional.empty()),
                                                write(
                                                        "folder",
                                                        "no file can be here",
                                                        Optional.empty()))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(root.resolve("src/Main.java")).hasContent("class Main {}\n");
        assertThat(root.resolve("fresh.txt")).doesNotExist();
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> ProjectFolder.at(root.resolve("nowhere")))
                .isInstanceOf(Stop.class);
    }

    private List<Path> leftovers() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(path -> path.getFileName().toString().startsWith(".monkey-"))
                    .toList();
        }
    }

    private static Change write(String path, String content, Optional<Boolean> executable) {
        return new Change.Write(path, content, executable);
    }

    private void write(String path, String content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void run(Path folder, String... command) throws Exception {
        assertThat(
                        new ProcessBuilder(command)
                                .directory(folder.toFile())
                                .inheritIO()
                                .start()
                                .waitFor())
                .isZero();
    }
}
