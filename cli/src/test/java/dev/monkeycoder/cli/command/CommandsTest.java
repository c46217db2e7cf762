package dev.monkeycoder.cli.command;

import static dev.monkeycoder.cli.command.GatewayStub.KEY;
import static dev.monkeycoder.cli.command.GatewayStub.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.mesh.FakeSupervisor;
import dev.monkeycoder.cli.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir Path temp;
    private GatewayStub gateway;
    private Typed typed;

    @BeforeEach
    void start() throws IOException {
        gateway = new GatewayStub(GatewayStub.story("openai", GatewayStub.finished()));
        typed = new Typed(temp).with("MONKEY_URL", gateway.url() + "/").with("MONKEY_KEY", KEY);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void listsAndShowsRuns() {
        assertThat(typed.monkey("runs", "list").out()).contains(RUN, "finished", "add a discount");
        assertThat(typed.monkey("runs", "show", RUN).out())
                .contains("handoff: developer", "$0.0001");
        assertThat(
                        Json.tree(typed.monkey("runs", "list", "--json").out())
                                .orElseThrow()
                                .path("runs"))
                .hasSize(1);
        assertThat(typed.monkey("runs").code()).isEqualTo(2);
    }

    @Test
    void followsEventsAsTextAndAsJson() {
        assertThat(typed.monkey("events", RUN).out())
                .contains("developer · turn 1", "I add a field.", "run finished");
        var lines = typed.monkey("events", RUN, "--after", "4", "--json").out().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(Json.tree(lines.getFirst()).orElseThrow().path("id").asText()).isEqualTo("5");
        assertThat(Json.tree(lines.getLast()).orElseThrow().path("data").path("type").asText())
                .isEqualTo("run.finished");
    }

    @Test
    void afterTheLastEventThereIsNone() {
        var got = typed.monkey("events", RUN, "--after", "6");
        assertThat(got.code()).isZero();
        assertThat(got.out()).isEmpty();
    }

    @Test
    void showsTimelineDiffAndTrace() {
        assertThat(typed.monkey("timeline", RUN).out()).contains("run started");
        assertThat(typed.monkey("diff", RUN).out()).isEqualTo(GatewayStub.DIFF);
        assertThat(typed.monkey("trace", RUN, "--collector", gateway.url()).out())
                .contains("POST /api/v1/runs", "1 span of 1 service");
        assertThat(typed.monkey("trace", RUN).code()).isEqualTo(2);
    }

    @Test
    void cancels() {
        assertThat(typed.monkey("cancel", RUN).out()).contains("is being cancelled");
        assertThat(gateway.asked("POST", "/api/v1/runs/" + RUN + "/cancel")).hasSize(1);
    }

    @Test
    void keepsKeys() {
        assertThat(typed.monkey("keys", "list").out()).contains("k1", "ci", "runs:*", "good");
        var made =
                typed.monkey(
                        "keys", "create", "new", "--scopes", "runs:read,runs:write", "--days", "2");
        assertThat(made.out()).isEqualTo("mk_fresh\n");
        assertThat(gateway.asked("POST", "/api/v1/auth/keys").getFirst().text())
                .isEqualTo(
                        "{\"name\":\"new\",\"scopes\":[\"runs:read\",\"runs:write\"],\"expires_in_seconds\":172800}");
        assertThat(typed.monkey("keys", "revoke", "k1").code()).isZero();
        assertThat(gateway.asked("DELETE", "/api/v1/auth/keys/k1")).hasSize(1);
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        var got = typed.monkey("runs", "show", "00000000-0000-7000-8000-000000000000");
        assertThat(got.code()).isEqualTo(4);
        assertThat(got.err()).isEqualTo("monkey: Not found (HTTP 404)\n");
        assertThat(typed.monkey("runs", "show", "../keys").code()).isEqualTo(2);
    }

    @Test
    void aGatewayThatIsNotThereIsSaid() {
        gateway.close();
        var got = typed.monkey("runs", "list");
        assertThat(got.code()).isEqualTo(3);
        assertThat(got.err()).contains("can't be reached");
    }

    @Test
    void withoutAMeshItSaysWhatToDo() {
        var got = new Typed(temp).monkey("runs", "list");
        assertThat(got.code()).isEqualTo(3);
        assertThat(got.err()).contains("monkey up", "MONKEY_URL");
        assertThat(new Typed(temp).monkey("status").code()).isEqualTo(3);
        assertThat(new Typed(temp).monkey("down").code()).isZero();
    }

    @Test
    void aStoredKeyIsUsedAndOnlyItsOwnerCanReadIt() throws IOException {
        var person = new Typed(temp).with("MONKEY_URL", gateway.url()).answering(KEY + "\n");
        assertThat(person.monkey("runs", "list").code()).isEqualTo(2);
        assertThat(person.monkey("login", "--key").out()).contains("kept for " + gateway.url());
        var file = temp.resolve(".config/monkey/credentials.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(person.monkey("runs", "list").code()).isZero();
        assertThat(person.monkey("logout").out()).startsWith("forgotten");
        assertThat(person.monkey("runs", "list").code()).isEqualTo(2);
    }

    @Test
    void aPersonLogsInOnAnotherDevice() {
        var realm = gateway.url() + "/realms/monkey";
        gateway.answers.put(
                "GET /realms/monkey/.well-known/openid-configuration",
                "{\"device_authorization_endpoint\":\""
                        + gateway.url()
                        + "/device\",\"token_endpoint\":\""
                        + gateway.url()
                        + "/token\"}");
        gateway.answers.put(
                "POST /device",
                "{\"device_code\":\"dc\",\"user_code\":\"ABCD\",\"verification_uri\":\"http://kc/d\",\"expires_in\":60,\"interval\":1}");
        gateway.answers.put(
                "POST /token",
                "{\"access_token\":\"" + KEY + "\",\"refresh_token\":\"r\",\"expires_in\":300}");
        var person = new Typed(temp).with("MONKEY_URL", gateway.url());
        var got = person.monkey("login", "--issuer", realm);
        assertThat(got.err()).contains("http://kc/d", "ABCD");
        assertThat(gateway.asked("POST", "/token").getFirst().text())
                .contains("device_code=dc", "client_id=monkey-cli");
        assertThat(person.monkey("runs", "list").code()).isZero();
    }

    @Test
    void aLoginThatRunsOutIsRenewed() {
        gateway.answers.put(
                "GET /realms/monkey/.well-known/openid-configuration",
                "{\"device_authorization_endpoint\":\""
                        + gateway.url()
                        + "/device\",\"token_endpoint\":\""
                        + gateway.url()
                        + "/token\"}");
        gateway.answers.put(
                "POST /device",
                "{\"device_code\":\"dc\",\"user_code\":\"A\",\"verification_uri\":\"http://kc/d\",\"expires_in\":60,\"interval\":1}");
        gateway.answers.put(
                "POST /token",
                "{\"access_token\":\"old.token\",\"refresh_token\":\"r1\",\"expires_in\":1}");
        var person = new Typed(temp).with("MONKEY_URL", gateway.url());
        person.monkey("login", "--issuer", gateway.url() + "/realms/monkey");
        gateway.answers.put(
                "POST /token",
                "{\"access_token\":\"" + KEY + "\",\"refresh_token\":\"r2\",\"expires_in\":300}");
        assertThat(person.monkey("runs", "list").code()).isZero();
        assertThat(gateway.asked("POST", "/token").getLast().text()).contains("refresh_token=r1");
        assertThat(person.monkey("runs", "list").code()).isZero();
        assertThat(gateway.asked("POST", "/token")).hasSize(2);
    }

    @Test
    void theLocalMeshsKeyGoesToThatMeshAndToNoOther() throws IOException {
        Files.createDirectories(temp.resolve(".monkey"));
        Files.writeString(temp.resolve(".monkey/key"), KEY + "\n");
        try (var _ = FakeSupervisor.start(temp.resolve(".monkey"), gateway.url(), false);
                var other = new GatewayStub(List.of())) {
            assertThat(new Typed(temp).monkey("runs", "list").code()).isZero();
            assertThat(new Typed(temp).monkey("trace", RUN).out()).contains("1 span");
            assertThat(
                            new Typed(temp)
                                    .with("MONKEY_URL", other.url())
                                    .monkey("runs", "list")
                                    .code())
                    .isEqualTo(2);
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void aTaskIsNotGivenToAMeshThatOnlyPlaysScripts() throws IOException {
        try (var _ = FakeSupervisor.start(temp.resolve(".monkey"), gateway.url(), true)) {
            var got =
                    new Typed(temp)
                            .with("OPENAI_API_KEY", "k")
                            .monkey("run", "x", "--project", temp.toString());
            assertThat(got.code()).isEqualTo(2);
            assertThat(got.err()).contains("can only play scripts", "monkey down");
            assertThat(gateway.asked).isEmpty();
        }
    }

    @Test
    void statusTellsOfPartsThatAreDown() throws IOException {
        try (var _ = FakeSupervisor.start(temp.resolve(".monkey"), gateway.url(), true)) {
            var got = new Typed(temp).monkey("status");
            assertThat(got.code()).isEqualTo(1);
            assertThat(got.out())
                    .containsPattern("postgres +down +1 +77")
                    .containsPattern("traces +ready")
                    .contains("scripted");
            assertThat(
                            Json.tree(new Typed(temp).monkey("status", "--json").out())
                                    .orElseThrow()
                                    .path("parts"))
                    .hasSize(2);
        }
    }

    @Test
    void downEndsTheSupervisorOnly() throws IOException {
        try (var supervisor = FakeSupervisor.start(temp.resolve(".monkey"), gateway.url(), false)) {
            assertThat(new Typed(temp).monkey("down").out()).isEqualTo("the mesh is down\n");
            assertThat(supervisor.alive()).isFalse();
        }
    }

    @Test
    void anotherProgramWithTheIdOfADeadSupervisorIsLeftAlone() throws Exception {
        var other = new ProcessBuilder("sh", "-c", "read line").start();
        Files.createDirectories(temp.resolve(".monkey"));
        Files.writeString(
                temp.resolve(".monkey/mesh.json"), "{\"pid\":" + other.pid() + ",\"parts\":[]}");
        assertThat(new Typed(temp).monkey("down").out()).isEqualTo("no mesh is up\n");
        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly().waitFor();
    }

    @Test
    void logsNamesThePartsThereAre() throws IOException {
        Files.createDirectories(temp.resolve(".monkey/logs"));
        Files.writeString(temp.resolve(".monkey/logs/gateway.log"), "one\ntwo\nthree\nhalf a li");
        assertThat(new Typed(temp).monkey("logs", "gateway", "-n", "2").out())
                .isEqualTo("two\nthree\n");
        var got = new Typed(temp).monkey("logs", "../key");
        assertThat(got.code()).isEqualTo(2);
        assertThat(got.err()).contains("expected: one of gateway");
    }

    @Test
    void helpKnowsAllCommands() {
        assertThat(typed.monkey("--help").out())
                .contains("demo", "up", "run ", "runs", "keys", "trace");
        assertThat(typed.monkey("runs", "--help").out()).contains("list", "show");
        var unknown = typed.monkey("rnus");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Unmatched argument", "rnus");
    }
}
