package dev.monkeycoder.cli.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The start script in a repository whose modules are empty, on a machine that has only what a test
/// puts there.
final class FakeRepository {
    static final List<String> PARTS =
            List.of(
                    "events",
                    "service-kit",
                    "local-mesh",
                    "auth-service",
                    "provider-service",
                    "context-service",
                    "orchestrator-service",
                    "gateway-service",
                    "vendor-simulator",
                    "cli");
    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "sed",
                    "find",
                    "tee",
                    "grep",
                    "head",
                    "mkdir",
                    "rm",
                    "mv",
                    "cat",
                    "touch",
                    "awk",
                    "dirname",
                    "readlink",
                    "sleep",
                    "stty",
                    "ps");
    private static final String MAVEN =
            """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven %s"; exit; fi
            echo "$*" >>"$MAVEN_CALLS"
            echo "[INFO] Building events 0.1.0                       [1/2]"
            echo "Downloaded from somewhere: x.jar (2.0 MB at 1 MB/s)"
            echo "[INFO] Building cli 0.1.0                       [2/2]"
            if [ -n "$MAVEN_FAILS" ]; then echo "[ERROR] Order.java:[3,1] ';' expected"; echo "[INFO] BUILD FAILURE"; exit 1; fi
            mkdir -p target/reports/junit/cli
            echo '<testsuite name="A" tests="3" errors="0" skipped="1" failures="1">' >target/reports/junit/cli/TEST-A.xml
            echo '<testcase name="works" classname="x.ATest" time="0">' >>target/reports/junit/cli/TEST-A.xml
            echo '<failure message="no"/></testcase></testsuite>' >>target/reports/junit/cli/TEST-A.xml
            for part in %s; do
              mkdir -p "$part/target/classes" "$part/target/keycloak" "$part/target/quarkus-app"
              touch "$part/target/quarkus-app/quarkus-run.jar" "$part/target/cli.jar"
            done
            echo "[INFO] BUILD SUCCESS"
            """;
    private static final String JAVA =
            """
            #!/bin/sh
            echo "java of $(dirname "$(dirname "$0")"): $*"
            """;

    final Path root;
    final Path bin;
    private final Path calls;
    private final Map<String, String> environment = new HashMap<>();

    /// What the script did.
    record Ran(int code, String out, String err) {}

    FakeRepository(Path temp) throws IOException {
        root = Files.createDirectories(temp.resolve("repository"));
        bin = Files.createDirectories(temp.resolve("bin"));
        calls = temp.resolve("maven-calls");
        Files.copy(Path.of("..", "monkey"), root.resolve("monkey"));
        write(root.resolve("pom.xml"), "<project/>");
        for (var part : PARTS) {
            write(root.resolve(part + "/pom.xml"), "<project/>");
            write(root.resolve(part + "/src/main/java/A.java"), "class A {}");
        }
        for (var tool : TOOLS) {
            program(bin.resolve(tool), "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n");
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", temp.resolve("home").toString());
        environment.put("MONKEY_JDK_DIRS", temp.resolve("jdks").toString());
        environment.put("MAVEN_CALLS", calls.toString());
    }

    private static Path tool(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    FakeRepository with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    FakeRepository withMaven(String version) throws IOException {
        program(bin.resolve("mvn"), MAVEN.formatted(version, String.join(" ", PARTS)));
        return this;
    }

    /// Puts a JDK into a folder.
    static Path jdk(Path folder, String version) throws IOException {
        program(folder.resolve("bin/javac"), "#!/bin/sh\n");
        program(folder.resolve("bin/java"), JAVA);
        write(folder.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"");
        return folder;
    }

    /// As if somebody had edited the file after the last build.
    void edit(String path) throws IOException {
        Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.now().plusSeconds(60)));
    }

    /// The arguments of each call of Maven.
    List<String> mavenCalls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    Ran run(String... arguments) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(bin.resolve("bash").toString(), root.resolve("monkey").toString()));
        command.addAll(List.of(arguments));
        var err = Files.createTempFile(root, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var code = process.waitFor();
        return new Ran(code, out, Files.readString(err));
    }

    static void program(Path file, String text) throws IOException {
        write(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
