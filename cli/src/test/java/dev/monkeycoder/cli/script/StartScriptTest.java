package dev.monkeycoder.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.mesh.FakeSupervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartScriptTest {
    @TempDir Path temp;
    private FakeRepository repository;

    @BeforeEach
    void repository() throws IOException {
        repository = new FakeRepository(temp);
    }

    @Test
    void withoutAJdkItSaysWhatToDo() throws Exception {
        var old = FakeRepository.jdk(temp.resolve("jdks/old"), "17.0.2");
        var ran =
                repository
                        .with(
                                "JAVA_HOME",
                                FakeRepository.jdk(temp.resolve("older"), "1.8.0_1").toString())
                        .run("status");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "needs a JDK of version 25",
                        "Java 17 in " + old,
                        "sdk install java",
                        "JAVA_HOME");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aJdkWithoutACompilerIsNone() throws Exception {
        var jre = FakeRepository.jdk(temp.resolve("jdks/jre"), "25");
        Files.delete(jre.resolve("bin/javac"));
        assertThat(repository.run("status").code()).isEqualTo(2);
    }

    @Test
    void takesJavaHomeFirst() throws Exception {
        var home = FakeRepository.jdk(temp.resolve("home jdk"), "26-ea");
        FakeRepository.jdk(temp.resolve("jdks/other"), "25.0.1");
        assertThat(built().with("JAVA_HOME", home.toString()).run("status").out())
                .startsWith("java of " + home + ":");
    }

    @Test
    void takesTheJdkOfAJavaOnThePath() throws Exception {
        var home = FakeRepository.jdk(temp.resolve("path-jdk"), "25.0.1");
        Files.createSymbolicLink(repository.bin.resolve("java"), home.resolve("bin/java"));
        assertThat(built().with("JAVA_HOME", "").run("status").out())
                .startsWith("java of " + home.toRealPath() + ":");
    }

    @Test
    void findsThoseOfMacAndOfToolsThatManageJdks() throws Exception {
        var mac = FakeRepository.jdk(temp.resolve("jdks/temurin-25.jdk/Contents/Home"), "25.0.2");
        assertThat(built().with("JAVA_HOME", "").run("status").out())
                .startsWith("java of " + mac + ":");
    }

    @Test
    void looksThroughEachFolderThatMayHoldJdks() throws Exception {
        var own = FakeRepository.jdk(temp.resolve("home/.sdkman/candidates/java/25-tem"), "25.0.2");
        var folders = temp.resolve("home/.sdkman/candidates/java");
        assertThat(
                        built().with("JAVA_HOME", "")
                                .with("MONKEY_JDK_DIRS", "/nowhere:" + folders)
                                .run("status")
                                .out())
                .startsWith("java of " + own + ":");
    }

    @Test
    void withoutMavenItSaysWhatToDo() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        var ran = repository.run("status");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Maven 3.8.6 or later", "apt install maven");
    }

    @Test
    void anOldMavenIsRefused() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        assertThat(repository.withMaven("3.8.5").run("status").err())
                .contains("is Maven 3.8.5 (expected: 3.8.6 or later)");
        assertThat(repository.withMaven("3.10.0").run("status").code()).isZero();
        assertThat(repository.withMaven("4.0.0").run("build").code()).isZero();
    }

    @Test
    void aMavenThatDoesNotStartIsSaid() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        FakeRepository.program(repository.bin.resolve("mvn"), "#!/bin/sh\nexit 1\n");
        var ran = repository.run("build");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("is Maven of an unknown version");
    }

    @Test
    void buildsOnceAndThenNeverCallsMaven() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        repository.withMaven("3.9.9");
        var first = repository.run("status", "--json");
        assertThat(first.code()).isZero();
        assertThat(first.err())
                .contains("Maven fetches about", "[1/2]", "events", "fetched 2 MB", "Built in");
        assertThat(first.out()).endsWith("status --json\n").doesNotContain("Building");
        assertThat(repository.mavenCalls())
                .hasSize(1)
                .first()
                .asString()
                .contains("package", String.join(",", FakeRepository.PARTS));
        assertThat(repository.run("runs", "list").err()).isEmpty();
        assertThat(repository.mavenCalls()).hasSize(1);
    }

    @Test
    void buildsOnlyWhatChanged() throws Exception {
        built();
        repository.edit("gateway-service/src/main/java/A.java");
        repository.run("status");
        assertThat(repository.mavenCalls())
                .hasSize(2)
                .last()
                .asString()
                .contains("-pl gateway-service -am");
    }

    @Test
    void aChangeOfTheWireBuildsAll() throws Exception {
        built();
        repository.edit("events/src/main/java/A.java");
        repository.run("status");
        assertThat(repository.mavenCalls())
                .hasSize(2)
                .last()
                .asString()
                .contains(String.join(",", FakeRepository.PARTS));
    }

    @Test
    void aDeletedSourceIsAChange() throws Exception {
        built();
        Files.delete(repository.root.resolve("auth-service/src/main/java/A.java"));
        repository.edit("auth-service/src/main/java");
        repository.run("status");
        assertThat(repository.mavenCalls()).last().asString().contains("-pl auth-service -am");
    }

    @Test
    void whatWasCleanedAwayIsBuiltAgain() throws Exception {
        built();
        Files.delete(repository.root.resolve("context-service/target/quarkus-app/quarkus-run.jar"));
        repository.run("status");
        assertThat(repository.mavenCalls()).last().asString().contains("-pl context-service -am");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        var ran = repository.withMaven("3.9.9").with("MAVEN_FAILS", "yes").run("up");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("Order.java:[3,1] ';' expected", ".monkey/logs/build.log");
        repository.with("MAVEN_FAILS", "").run("up");
        assertThat(repository.mavenCalls()).hasSize(2);
    }

    @Test
    void nothingIsBuiltUnderAMeshThatIsUp() throws Exception {
        built();
        repository.edit("gateway-service/src/main/java/A.java");
        try (var _ =
                FakeSupervisor.start(
                        repository.root.resolve(".monkey"), "http://127.0.0.1:1", false)) {
            assertThat(repository.run("status").err())
                    .contains("gateway-service changed since the mesh was started");
            assertThat(repository.mavenCalls()).hasSize(1);
        }
        repository.run("status");
        assertThat(repository.mavenCalls()).hasSize(2);
    }

    @Test
    void testSumsUpAllReports() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        var ran = repository.withMaven("3.9.9").run("test");
        assertThat(repository.mavenCalls()).containsExactly("-B verify -fae");
        assertThat(ran.out())
                .contains("failed: x.ATest.works", "3 tests, 1 failed, 1 skipped, in 1 classes");
        assertThat(ran.err()).contains("target/reports/junit");
        assertThat(ran.code()).isZero();
    }

    @Test
    void testFailsWhenMavenDoes() throws Exception {
        FakeRepository.jdk(temp.resolve("jdks/25"), "25");
        assertThat(repository.withMaven("3.9.9").with("MAVEN_FAILS", "yes").run("check").code())
                .isNotZero();
        assertThat(repository.mavenCalls()).containsExactly("-B spotless:check test -fae");
    }

    @Test
    void helpNeedsNothing() throws Exception {
        assertThat(repository.run("help").out()).contains("demo", "status", "fmt");
        assertThat(repository.run().code()).isZero();
    }

    private FakeRepository built() throws Exception {
        var maker = FakeRepository.jdk(temp.resolve("build-jdk"), "25");
        repository.withMaven("3.9.9").with("JAVA_HOME", maker.toString()).run("build");
        return repository;
    }
}
