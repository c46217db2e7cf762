package dev.monkeycoder.mesh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real processes under the real keeper.
@Timeout(60)
class ChildTest {
    @TempDir Path folder;

    @Test
    void theExitCodeIsTheProgramsOwn() {
        assertThat(sh("exit 7").ended().join()).isEqualTo(7);
    }

    @Test
    void whatItSaysIsInTheLog() throws Exception {
        sh("echo out; echo err >&2").ended().join();
        assertThat(Files.readString(log())).contains("out\n").contains("err\n");
    }

    @Test
    void itSeesNoneOfTheLaunchersVariablesButItsOwn() throws Exception {
        Program program = program("env").with(Map.of("MINE", "yes"));
        Child.start(program).ended().join();
        assertThat(Files.readString(log()))
                .contains("MINE=yes")
                .contains("PATH=")
                .doesNotContain("JAVA_HOME=")
                .doesNotContain("MAVEN");
    }

    @Test
    void aProgramThatIsNotThereEndsAndSaysWhy() throws Exception {
        Program program = Program.of("none", List.of("/no/such/program"), log());
        try (Child child = Child.start(program)) {
            assertThat(child.ended().join()).isNotZero();
        }
        assertThat(Files.readString(log())).contains("/no/such/program");
    }

    @Test
    void closingAsksFirst() throws Exception {
        Child child = sh("trap 'echo asked; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog(child, "up");
        child.close();
        assertThat(child.alive()).isFalse();
        assertThat(Files.readString(log())).contains("asked");
    }

    @Test
    void whatDoesNotListenIsKilled() {
        Program.Ending short_ = new Program.Ending("TERM", 1);
        Program deaf = program("trap '' TERM; echo up; while :; do sleep 0.05; done").with(short_);
        Child child = Child.start(deaf);
        awaitLog(child, "up");
        child.close();
        assertThat(ProcessHandle.of(child.pid())).isEmpty();
    }

    @Test
    void killingIsNotAsking() throws Exception {
        Child child = sh("trap 'echo asked' TERM; echo up; while :; do sleep 0.05; done");
        awaitLog(child, "up");
        child.kill();
        assertThat(child.ended().join()).isEqualTo(128 + 9);
        assertThat(Files.readString(log())).doesNotContain("asked");
    }

    @Test
    void aRunThatFailsTellsTheEndOfItsLog() {
        assertThatThrownBy(() -> Child.run(program("echo no disk; exit 3"), Duration.ofSeconds(9)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("sh: ended with code 3")
                .hasMessageContaining("no disk");
    }

    @Test
    void aRunThatTakesTooLongIsEnded() {
        assertThatThrownBy(() -> Child.run(program("sleep 50"), Duration.ofMillis(200)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("not ready after");
    }

    @Test
    void theProgramEndsWhenItsLauncherIsKilled() throws Exception {
        Process launcher =
                new ProcessBuilder(
                                Jvm.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Launcher.class.getName(),
                                log().toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader out = launcher.inputReader()) {
            ProcessHandle program = ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(program.isAlive()).isTrue();
            launcher.destroyForcibly();
            program.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void theProgramEndsWhenItsKeeperIsKilled() throws Exception {
        try (Child child = sh("echo up; while :; do sleep 0.05; done")) {
            awaitLog(child, "up");
            ProcessHandle program = ProcessHandle.of(child.pid()).orElseThrow();
            program.parent().orElseThrow().destroyForcibly();
            program.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /// Another JVM that starts a child and would wait for ever.
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) {
            Program program = Program.of("sleep", List.of("sleep", "1000"), Path.of(arguments[0]));
            try (Child child = Child.start(program)) {
                System.out.println(child.pid());
                child.ended().join();
            }
        }
    }

    private Child sh(String script) {
        return Child.start(program(script));
    }

    private Program program(String script) {
        return Program.of("sh", List.of("sh", "-c", script), log());
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void awaitLog(Child child, String word) {
        Readiness.await(
                child, Duration.ofSeconds(20), () -> Files.readString(log()).contains(word));
    }
}
