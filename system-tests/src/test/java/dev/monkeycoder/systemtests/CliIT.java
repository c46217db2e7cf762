package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.mesh.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a user without a terminal has it: the packaged one, on a mesh that is
/// elsewhere.
@ExtendWith(SharedMesh.Source.class)
class CliIT {
    private static final String TASK = "Add a discount to the order total, with tests";

    /// Scripted all the same, but by a vendor that the command line does not know as the simulator.
    private static final String MODEL = "compatible/scripted-bookshop";

    private static final String ORDER = "src/main/java/bookshop/Order.java";

    private final SharedMesh mesh;
    private final Path home;

    CliIT(SharedMesh mesh, @TempDir Path home) {
        this.mesh = mesh;
        this.home = home;
    }

    private Command.Result monkey(String... arguments) {
        Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
        Path jar = mesh.checkout().resolve("cli/target/cli.jar");
        List<String> start = List.of(java.toString(), "-jar", jar.toString());
        Map<String, String> environment =
                Map.of(
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.toString(),
                        "MONKEY_HOME", mesh.checkout().toString(),
                        "MONKEY_URL", mesh.running().config().url(Part.GATEWAY).toString(),
                        "MONKEY_KEY", mesh.running().apiKey());
        return new Command(
                        Stream.concat(start.stream(), Stream.of(arguments)).toList(),
                        home,
                        environment)
                .run();
    }

    private Command.Result work(Bookshop project, String... more) {
        return monkey(
                Stream.concat(
                                Stream.of("run", TASK, "--project", project.folder().toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aRunPrintsADiffForGitAndAppliesNothing(
            @TempDir Path folder, @TempDir Path other, @TempDir Path untouched) {
        Bookshop project = Bookshop.copy(mesh, folder);
        String diff = work(project, "--model", MODEL).succeeds().out();
        assertThat(diff).startsWith("diff --git ").doesNotContain("\u001b");
        assertThat(project.files()).isEqualTo(Bookshop.copy(mesh, untouched).files());
        Bookshop copy = Bookshop.copy(mesh, other);
        copy.apply(diff);
        assertThat(copy.read(ORDER)).contains("discount");
    }

    @Test
    void withApplyTheFilesChange(@TempDir Path folder) {
        Bookshop project = Bookshop.copy(mesh, folder);
        JsonNode result =
                Json.tree(work(project, "--model", MODEL, "--apply", "--json").succeeds().out());
        assertThat(result.path("applied").asBoolean()).isTrue();
        assertThat(result.path("run").path("status").asText()).isEqualTo("finished");
        assertThat(project.read(ORDER)).contains("discount");
        assertThat(project.read("src/test/java/bookshop/DiscountTest.java")).contains("@Test");
    }

    @Test
    void whatTheSimulatorAnsweredIsNeverApplied(@TempDir Path folder) {
        Bookshop project = Bookshop.copy(mesh, folder);
        Command.Result result = work(project, "--apply");
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains("scripted");
        assertThat(project.read(ORDER)).doesNotContain("discount");
    }

    @Test
    void whatTheApiTellsTheCommandLineTellsAsJson() {
        String run =
                mesh.api()
                        .submitAndFinish(
                                Json.object()
                                        .put("prompt", "Hello. [[sim id=cli]]")
                                        .put("model", "echo"))
                        .path("id")
                        .asText();
        assertThat(json("runs", "list", "--json").path("runs")).isNotEmpty();
        assertThat(json("runs", "show", run, "--json").path("id").asText()).isEqualTo(run);
        assertThat(json("timeline", run, "--json").path("entries")).isNotEmpty();
        List<JsonNode> events =
                monkey("events", run, "--json").succeeds().out().lines().map(Json::tree).toList();
        assertThat(events.getFirst().path("event").asText()).isEqualTo("run.started");
        assertThat(events.getLast().path("event").asText()).isEqualTo("run.finished");
        String collector = mesh.running().config().url(Part.TRACES).toString();
        assertThat(monkey("trace", run, "--collector", collector).succeeds().out())
                .contains("invoke_workflow handoff/1", "invoke_agent planner", "chat echo");
    }

    @Test
    void keysAreMadeAndRevoked() {
        JsonNode made = json("keys", "create", "of the cli", "--scopes", "runs:read", "--json");
        Api with = mesh.api(made.path("key").asText());
        assertThat(with.get("/api/v1/runs").statusCode()).isEqualTo(200);
        assertThat(json("keys", "list", "--json").toString())
                .contains(made.path("id").asText())
                .doesNotContain(made.path("key").asText());
        JsonNode revoked = json("keys", "revoke", made.path("id").asText(), "--json");
        assertThat(revoked.path("revoked").asBoolean()).isTrue();
    }

    private JsonNode json(String... arguments) {
        return Json.tree(monkey(arguments).succeeds().out());
    }
}
