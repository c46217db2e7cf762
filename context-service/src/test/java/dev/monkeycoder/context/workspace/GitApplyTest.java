package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Gives patches to the program that people will give them to.
class GitApplyTest {
    @TempDir Path project;

    private final Map<String, byte[]> before = new TreeMap<>();
    private final Map<String, byte[]> after = new TreeMap<>();
    private final Map<String, Boolean> executable = new HashMap<>();

    @BeforeAll
    static void gitIsHere() throws Exception {
        var here = true;
        try {
            here = new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            here = false;
        }
        assumeThat(here).as("git is installed").isTrue();
    }

    @Test
    void textIsChangedMadeAndDeleted() throws Exception {
        change("src/App.java", "class App {\n  int a;\n}\n", "class App {\n  int b;\n}\n");
        change("gone.txt", "1\n2\n", null);
        change("new/deep/file.txt", null, "fresh\n");
        change("same.txt", "same\n", "same\n");

        assertThat(applied()).isEqualTo(texts(after));
    }

    @Test
    void endsWithoutLineBreakAreKept() throws Exception {
        change("lost", "a\nb\n", "a\nb");
        change("found", "a\nb", "a\nb\n");
        change("neither", "a", "b");
        change("madeWithout", null, "x");
        change("crlf", "a\r\nb\r\n", "a\r\nc\r\n");

        assertThat(applied()).isEqualTo(texts(after));
    }

    @Test
    void emptyFilesAreMadeAndDeleted() throws Exception {
        change("empty", null, "");
        change("wasEmpty", "", null);
        change("filled", "", "x\n");
        change("emptied", "x\n", "");

        assertThat(applied()).isEqualTo(texts(after));
    }

    @Test
    void namesWithSpacesQuotesAndOtherAlphabetsAreFound() throws Exception {
        change("with space/and more.txt", "1\n", "2\n");
        change("new with space.txt", null, "2\n");
        change("größe/日本.txt", "1\n", "2\n");
        change("quote\".txt", "1\n", null);

        assertThat(applied()).isEqualTo(texts(after));
    }

    @Test
    void binaryFilesAreReplacedWhole() throws Exception {
        var random = new Random(7);
        var old = new byte[100_000];
        var fresh = new byte[70_001];
        random.nextBytes(old);
        random.nextBytes(fresh);
        before.put("image.png", old);
        after.put("image.png", fresh);
        before.put("gone.png", old);
        after.put("made.png", fresh);
        change("text.bin", "text\n", null);
        after.put("text.bin", new byte[] {0, 1, 2});

        assertThat(applied()).isEqualTo(texts(after));
    }

    @Test
    void aProgramStaysOne() throws Exception {
        change("run", "#!/bin/sh\n", "#!/bin/sh\nexit 0\n");
        change("made", null, "#!/bin/sh\n");
        executable.put("run", true);
        executable.put("made", true);

        assertThat(applied()).isEqualTo(texts(after));
        assertThat(project.resolve("run")).isExecutable();
        assertThat(project.resolve("made")).isExecutable();
    }

    @Test
    void anyTextBecomesAnyOther() throws Exception {
        var random = new Random(42);
        for (var i = 0; i < 60; i++) {
            change("file" + i, lines(random), lines(random));
        }

        assertThat(applied()).isEqualTo(texts(after));
    }

    private static String lines(Random random) {
        var text = new StringBuilder();
        for (var i = random.nextInt(40); i > 0; i--) {
            text.append("line ").append(random.nextInt(6)).append('\n');
        }
        return random.nextBoolean() ? text.toString() : text + "end";
    }

    private void change(String path, @Nullable String old, @Nullable String fresh) {
        if (old != null) {
            before.put(path, old.getBytes(UTF_8));
        }
        if (fresh != null) {
            after.put(path, fresh.getBytes(UTF_8));
        }
    }

    /// Lays out the files, lets git apply the patch, and reads what is there then.
    private Map<String, String> applied() throws Exception {
        before.forEach(this::lay);
        var patch = Files.createTempFile("change", ".patch");
        for (var change : manifest(before).changesTo(manifest(after))) {
            var path = change.path().value();
            Files.write(
                    patch,
                    Patch.of(
                            change,
                            before.getOrDefault(path, new byte[0]),
                            after.getOrDefault(path, new byte[0])),
                    java.nio.file.StandardOpenOption.APPEND);
        }
        var git =
                new ProcessBuilder("git", "apply", "--whitespace=nowarn", patch.toString())
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(git.exitValue()).as(said).isZero();
        Files.delete(patch);
        return filesOnDisk();
    }

    private void lay(String path, byte[] content) {
        try {
            var file = project.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            if (executable.getOrDefault(path, false)) {
                assertThat(file.toFile().setExecutable(true)).isTrue();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(Map<String, byte[]> files) {
        return Manifest.of(
                files.entrySet().stream()
                        .map(file ->
                                FileEntry.of(
                                        new WorkspacePath(file.getKey()),
                                        executable.getOrDefault(file.getKey(), false),
                                        file.getValue()))
                        .toList());
    }

    private Map<String, String> filesOnDisk() throws IOException {
        var found = new TreeMap<String, byte[]>();
        try (var files = Files.walk(project)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(project.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return texts(found);
    }

    /// Comparable, and readable where it differs.
    private static Map<String, String> texts(Map<String, byte[]> files) {
        var texts = new TreeMap<String, String>();
        files.forEach((path, content) ->
                texts.put(
                        path,
                        TextContent.decode(content)
                                .orElseGet(() -> ContentHash.of(content).hex())));
        return texts;
    }
}
