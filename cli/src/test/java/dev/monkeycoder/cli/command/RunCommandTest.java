package dev.monkeycoder.cli.command;

import static dev.monkeycoder.cli.command.GatewayStub.DIFF;
import static dev.monkeycoder.cli.command.GatewayStub.KEY;
import static dev.monkeycoder.cli.command.GatewayStub.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String OLD = "class Order {}\n";
    private static final String NEW = "class Order { int discount; }\n";

    @TempDir Path temp;
    private GatewayStub gateway;
    private Path source;
    private Typed typed;

    @BeforeEach
    void set() throws IOException {
        gateway = new GatewayStub(GatewayStub.story("openai", GatewayStub.finished()));
        source = temp.resolve("project/src/Order.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, OLD);
        typed = new Typed(temp).with("MONKEY_URL", gateway.url()).with("MONKEY_KEY", KEY);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void inAPipeStandardOutputIsTheDiffAndNothingIsApplied() {
        var got = run();
        assertThat(got.code()).isZero();
        assertThat(got.out()).isEqualTo(DIFF);
        assertThat(got.err())
                .contains(
                        "uploaded 1 file",
                        "not taken: big.bin: too large",
                        "I add a field.",
                        "1 file changed",
                        "nothing was applied");
        assertThat(source).hasContent(OLD);
    }

    @Test
    void whatIsPrintedIsWhatGitApplyTakes() throws Exception {
        var patch = temp.resolve("out.diff");
        Files.writeString(patch, run().out());
        var git =
                new ProcessBuilder("git", "apply", patch.toString())
                        .directory(temp.resolve("project").toFile())
                        .start();
        assertThat(git.waitFor()).isZero();
        assertThat(source).hasContent(NEW);
    }

    @Test
    void applyWritesTheChange() {
        assertThat(run("--apply").code()).isZero();
        assertThat(source).hasContent(NEW);
    }

    @Test
    void atATerminalAPersonIsAsked() {
        typed.atATerminal().answering("y\n");
        assertThat(run().out())
                .contains("+class Order { int discount; }", "Apply these changes? [y/N]");
        assertThat(source).hasContent(NEW);
    }

    @Test
    void noAnswerIsANo() {
        typed.atATerminal();
        assertThat(run().code()).isZero();
        assertThat(typed.answering("maybe\n").monkey("run", "x", "--project", project()).code())
                .isZero();
        assertThat(source).hasContent(OLD);
    }

    @Test
    void aFileThatChangedMeanwhileIsAConflictAndStays() throws IOException {
        Files.writeString(source, "class Order { int mine; }\n");
        gateway.answers.put("GET /api/v1/runs/" + RUN + "/diff", DIFF);
        var got = run("--apply");
        assertThat(got.code()).isEqualTo(5);
        assertThat(got.err()).contains("src/Order.java: the diff does not fit the file");
        assertThat(source).hasContent("class Order { int mine; }\n");
    }

    @Test
    void scriptedAnswersAreNeverApplied() {
        gateway.play(GatewayStub.story("simulator", GatewayStub.finished()));
        var got = run("--apply");
        assertThat(got.code()).isEqualTo(2);
        assertThat(got.err()).contains("scripted", "OPENAI_API_KEY");
        assertThat(source).hasContent(OLD);
    }

    @Test
    void aFailedRunFailsTheCommand() {
        gateway.play(GatewayStub.story("openai", GatewayStub.failed()));
        var got = run("--apply");
        assertThat(got.code()).isEqualTo(1);
        assertThat(got.out()).isEmpty();
        assertThat(got.err()).contains("run failed: openai is down", "monkey timeline " + RUN);
        assertThat(source).hasContent(OLD);
    }

    @Test
    void aCutStreamGoesOnWhereItWas() {
        gateway.cutAfter(3);
        var got = run();
        assertThat(got.err()).contains("connection lost, trying again").containsOnlyOnce("I add");
        assertThat(got.code()).isZero();
        assertThat(gateway.asked("GET", "/api/v1/runs/" + RUN + "/events"))
                .hasSize(2)
                .last()
                .satisfies(
                        asked -> assertThat(asked.headers()).containsEntry("last-event-id", "3"));
    }

    @Test
    void everyOptionReachesTheGateway() {
        run(
                "--model",
                "openai/gpt-x",
                "--agents",
                "architect,developer",
                "--pattern",
                "sequential");
        var asked = gateway.asked("POST", "/api/v1/runs").getFirst();
        assertThat(Json.tree(asked.text()))
                .isEqualTo(
                        Json.tree(
                                "{\"prompt\":\"add a"
                                    + " discount\",\"workspace\":\"w1\",\"pattern\":\"sequential\",\"model\":\"openai/gpt-x\",\"agents\":[\"architect\",\"developer\"]}"));
        assertThat(asked.headers().get("idempotency-key")).isNotBlank();
        assertThat(gateway.asked("POST", "/api/v1/workspaces").getFirst().headers())
                .containsEntry("content-type", "application/x-tar");
    }

    @Test
    void jsonIsOneObject() {
        var tree = Json.tree(run("--apply", "--json").out()).orElseThrow();
        assertThat(tree.path("diff").asText()).isEqualTo(DIFF);
        assertThat(tree.path("applied").asBoolean()).isTrue();
        assertThat(tree.path("run").path("id").asText()).isEqualTo(RUN);
    }

    @Test
    void withoutAModelItSaysWhichVariablesToSet() {
        var got = new Typed(temp).monkey("run", "x", "--project", project());
        assertThat(got.code()).isEqualTo(2);
        assertThat(got.err())
                .contains("no model is configured", "ANTHROPIC_API_KEY", "MONKEY_MODEL_URL");
        assertThat(got.out()).isEmpty();
    }

    @Test
    void aWrongKeyIsOneSentence() {
        var got = typed.with("MONKEY_KEY", "mk_wrong").monkey("run", "x", "--project", project());
        assertThat(got.code()).isEqualTo(4);
        assertThat(got.err())
                .contains("monkey: The key is not known (HTTP 401, trace t1)")
                .doesNotContain("mk_wrong");
    }

    @Test
    void aProjectThatIsNotThereIsSaid() {
        assertThat(typed.monkey("run", "x", "--project", temp.resolve("nowhere").toString()).code())
                .isEqualTo(2);
        assertThat(typed.monkey("run").code()).isEqualTo(2);
    }

    private Typed.Got run(String... more) {
        var arguments = new String[4 + more.length];
        arguments[0] = "run";
        arguments[1] = "add a discount";
        arguments[2] = "--project";
        arguments[3] = project();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return typed.monkey(arguments);
    }

    private String project() {
        return temp.resolve("project").toString();
    }
}
