package dev.monkeycoder.context;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.TarWriter;
import dev.monkeycoder.context.workspace.WorkspacePath;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.CallResult;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.ContextCommand.ContextRequested;
import dev.monkeycoder.events.ContextCommand.ToolRequested;
import dev.monkeycoder.events.Event;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.SessionId;
import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Topic;
import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.testkit.Tokens;
import dev.monkeycoder.testkit.Wire;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// One run of one tenant, seen from outside: what a client and the orchestrator do.
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    final TenantId tenant = new TenantId("tenant-" + UUID.randomUUID());
    final RunId run = new RunId(UUID.randomUUID());
    final String trace = hex(32);
    final String span = hex(16);
    final Origin origin =
            new Origin(
                    tenant,
                    new CallerId("key:test"),
                    Optional.of("00-" + trace + "-" + span + "-01"));
    private final Wire wire = Wire.open();
    private int calls;

    static String hex(int digits) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, digits);
    }

    RequestSpecification caller(String... scopes) {
        return given().auth().oauth2(Tokens.mint(tenant.value(), "key:test", scopes));
    }

    RequestSpecification reader() {
        return caller("workspaces:read");
    }

    static byte[] tar(Map<String, String> files) {
        var tar = new TarWriter(Instant.EPOCH);
        var bytes = new ByteArrayOutputStream();
        new TreeMap<>(files)
                .forEach((path, text) -> {
                    var content = text.getBytes(UTF_8);
                    var file = FileEntry.of(new WorkspacePath(path), false, content);
                    bytes.writeBytes(tar.file(file, content));
                });
        bytes.writeBytes(tar.end());
        return bytes.toByteArray();
    }

    WorkspaceId upload(Map<String, String> files) {
        var id =
                caller("workspaces:write")
                        .contentType("application/x-tar")
                        .body(tar(files))
                        .post("/internal/workspaces")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        return WorkspaceId.of(id);
    }

    CallId nextCall() {
        return new CallId(run, ++calls);
    }

    ContextRequested context(
            Optional<WorkspaceId> workspace,
            List<RunSpec.File> files,
            Optional<SessionId> session) {
        return new ContextRequested(nextCall(), workspace, files, session, LATER);
    }

    ToolRequested tool(WorkspaceVersion base, String name, Object arguments) {
        var call = nextCall();
        return new ToolRequested(
                call,
                1,
                new AgentName("developer"),
                new ToolUse(
                        "use-" + call.number(),
                        name,
                        arguments instanceof String raw ? raw : EventJson.write(arguments)),
                base,
                LATER);
    }

    ToolRequested write(WorkspaceVersion base, String path, String content) {
        return tool(base, "write_file", Map.of("path", path, "content", content));
    }

    void send(Event event) {
        wire.send(event, origin);
    }

    <T extends CallResult> T answer(CallId call, Class<T> kind) {
        var result =
                wire.await(
                                Topic.CALL_RESULTS,
                                received ->
                                        received.event() instanceof CallResult it
                                                && it.call().equals(call),
                                1,
                                PATIENCE)
                        .getFirst();
        if (!result.origin().tenant().equals(tenant)) {
            throw new AssertionError("answer for " + result.origin().tenant());
        }
        return kind.cast(result.event());
    }

    /// All answers to a call so far.
    List<CallResult> answers(CallId call, int atLeast) {
        return wire
                .await(
                        Topic.CALL_RESULTS,
                        received ->
                                received.event() instanceof CallResult it && it.call().equals(call),
                        atLeast,
                        PATIENCE)
                .stream()
                .map(received -> (CallResult) received.event())
                .toList();
    }

    CallResult.ToolCompleted use(ToolRequested command) {
        send(command);
        return answer(command.call(), CallResult.ToolCompleted.class);
    }

    @Override
    public void close() {
        wire.close();
    }
}
