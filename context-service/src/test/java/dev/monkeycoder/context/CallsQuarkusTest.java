package dev.monkeycoder.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.CallResult.ContextPrepared;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Commands over Kafka, as the orchestrator sends them.
@QuarkusTest
@WithTestResource(MeshServers.class)
class CallsQuarkusTest {
    private static final Map<String, String> SHOP =
            Map.of(
                    "pom.xml", "<project/>\n",
                    "README.md", "# Bookshop\n\nSells books.\n",
                    "src/Order.java", "class Order {\n    int total;\n}\n");

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    private WorkspaceVersion uploaded() {
        return new WorkspaceVersion(scene.upload(SHOP), 1);
    }

    @Test
    void aProjectIsUploadedPreparedChangedAndDiffed() {
        var base = uploaded();
        var context = scene.context(Optional.of(base.workspace()), List.of(), Optional.empty());
        scene.send(context);
        var prepared = scene.answer(context.call(), ContextPrepared.class);
        assertThat(prepared.workspace()).isEqualTo(base);
        assertThat(prepared.summary())
                .contains("Files: 3", "Maven (pom.xml): tests run with mvn test", "# Bookshop");

        assertThat(scene.use(scene.tool(base, "list_files", "{}")).output())
                .isEqualTo("README.md (25 bytes)\npom.xml (11 bytes)\nsrc/Order.java (31 bytes)\n");
        assertThat(scene.use(scene.tool(base, "search_files", Map.of("query", "total"))).output())
                .isEqualTo("src/Order.java:2:     int total;\n");
        assertThat(
                        scene.use(scene.tool(base, "read_file", Map.of("path", "src/Order.java")))
                                .output())
                .isEqualTo(SHOP.get("src/Order.java"));

        var write = scene.write(base, "src/Order.java", "class Order {\n    int sum;\n}\n");
        var written = scene.use(write);
        assertThat(written.error()).isFalse();
        assertThat(written.workspace()).isEqualTo(new WorkspaceVersion(base.workspace(), 2));
        assertThat(written.changed()).contains("src/Order.java");
        assertThat(
                        scene.use(scene.write(written.workspace(), "new.txt", "new\n"))
                                .workspace()
                                .version())
                .isEqualTo(3);

        var diff =
                scene.reader()
                        .get("/internal/workspaces/" + base.workspace() + "/diff")
                        .then()
                        .statusCode(200)
                        .contentType("text/x-diff")
                        .extract()
                        .asString();
        assertThat(diff)
                .contains("+++ b/new.txt\n", "-    int total;\n+    int sum;\n")
                .doesNotContain("README");
        scene.reader()
                .get("/internal/workspaces/" + base.workspace())
                .then()
                .statusCode(200)
                .body("version", is(3))
                .body("files", is(4))
                .body("bytes", is(25 + 11 + 29 + 4))
                .body("changes.version", equalTo(List.of(2, 3)))
                .body("changes.path", equalTo(List.of("src/Order.java", "new.txt")))
                .body("changes[0].call", equalTo(write.call().toString()));
    }

    @Test
    void withoutAWorkspaceOneIsMadeOfTheFiles() {
        var command =
                scene.context(
                        Optional.empty(),
                        List.of(new RunSpec.File("a.txt", "a\n"), new RunSpec.File("b.txt", "a\n")),
                        Optional.empty());
        scene.send(command);
        scene.send(command);

        var workspace = scene.answer(command.call(), ContextPrepared.class).workspace();

        assertThat(workspace.version()).isEqualTo(1);
        assertThat(scene.use(scene.tool(workspace, "read_file", Map.of("path", "b.txt"))).output())
                .isEqualTo("a\n");
    }

    @Test
    void withoutAnythingAnEmptyWorkspaceIsMade() {
        var command = scene.context(Optional.empty(), List.of(), Optional.empty());
        scene.send(command);

        assertThat(scene.answer(command.call(), ContextPrepared.class).summary())
                .contains("The workspace is empty");
    }

    @Test
    void anotherTenantsWorkspaceIsNotThere() {
        var base = uploaded();
        try (var other = new Scene()) {
            var context = other.context(Optional.of(base.workspace()), List.of(), Optional.empty());
            var tool = other.tool(base, "list_files", "{}");
            var write = other.write(base, "a", "a");
            other.send(context);
            other.send(tool);
            other.send(write);

            assertThat(other.answer(context.call(), CallFailed.class).failure().kind())
                    .isEqualTo(Kind.INVALID);
            assertThat(other.answer(tool.call(), CallFailed.class).failure().kind())
                    .isEqualTo(Kind.INVALID);
            assertThat(other.answer(write.call(), CallFailed.class).failure().kind())
                    .isEqualTo(Kind.INVALID);
        }
    }

    @Test
    void aWorkspaceThatNeverWasIsInvalid() {
        var command =
                scene.context(
                        Optional.of(new WorkspaceId(UUID.randomUUID())),
                        List.of(),
                        Optional.empty());
        scene.send(command);

        assertThat(scene.answer(command.call(), CallFailed.class).failure().kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void filesBesideAWorkspaceAreNotDroppedSilently() {
        var command =
                scene.context(
                        Optional.of(uploaded().workspace()),
                        List.of(new RunSpec.File("a", "a")),
                        Optional.empty());
        scene.send(command);

        assertThat(scene.answer(command.call(), CallFailed.class).failure().kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void whatAModelGotWrongIsToldToTheModel() {
        var base = uploaded();

        var badJson = scene.use(scene.tool(base, "read_file", "{\"path\": "));
        var outside = scene.use(scene.tool(base, "read_file", Map.of("path", "../../etc/passwd")));
        var absent = scene.use(scene.tool(base, "read_file", Map.of("path", "Order.java")));
        var unknown = scene.use(scene.tool(base, "rm", "{}"));

        assertThat(List.of(badJson, outside, absent, unknown))
                .allSatisfy(result -> {
                    assertThat(result.error()).isTrue();
                    assertThat(result.workspace()).isEqualTo(base);
                });
        assertThat(absent.output()).contains("src/Order.java");
    }

    @Test
    void aWriteOnAnOldBaseIsRefused() {
        var base = uploaded();
        assertThat(scene.use(scene.write(base, "pom.xml", "first\n")).error()).isFalse();

        var second = scene.use(scene.write(base, "pom.xml", "second\n"));

        assertThat(second.error()).isTrue();
        assertThat(second.output()).contains("changed by somebody else");
        assertThat(second.changed()).isEmpty();
        assertThat(scene.use(scene.write(second.workspace(), "pom.xml", "second\n")).error())
                .isFalse();
        assertThat(scene.use(scene.write(base, "other.txt", "x")).error()).isFalse();
    }
}
