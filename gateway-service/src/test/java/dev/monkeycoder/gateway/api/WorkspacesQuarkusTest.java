package dev.monkeycoder.gateway.api;

import static dev.monkeycoder.gateway.api.Api.as;
import static dev.monkeycoder.gateway.api.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.monkeycoder.gateway.mesh.FakeContext;
import dev.monkeycoder.gateway.mesh.FakeMesh;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class WorkspacesQuarkusTest {
    private static final String WORKSPACES = "/api/v1/workspaces";
    private static final String ONE = WORKSPACES + "/" + FakeContext.WORKSPACE;

    private FakeMesh mesh;
    private String key;

    @BeforeEach
    void up() {
        mesh = FakeMesh.up();
        key = mesh.key("workspaces");
    }

    @Test
    void anArchiveIsPassedOnWhole() {
        mesh.context().nextUpload();
        var response =
                as(key).contentType("application/gzip").body(new byte[2_900_000]).post(WORKSPACES);
        response.then()
                .statusCode(201)
                .body("bytes", equalTo(2_900_000))
                .body("type", containsString("application/gzip"));
        assertThat(response.header("Location")).endsWith(ONE);
    }

    @Test
    void anArchiveIsPassedOnWhileItComesIn() throws Exception {
        var arrived = mesh.context().nextUpload();
        try (var socket = chunked()) {
            piece(socket, 1000);
            assertThat(arrived.await(10, TimeUnit.SECONDS))
                    .as("the first piece came before the last was sent")
                    .isTrue();
            piece(socket, 500);
            end(socket);
            assertThat(statusLine(socket)).contains("201");
        }
    }

    @Test
    void anArchiveThatIsTooLargeIsRefusedSaidOrNot() throws Exception {
        problem(
                as(key).contentType("application/zip").body(new byte[3_000_001]).post(WORKSPACES),
                413,
                "too-large");
        mesh.context().nextUpload();
        try (var socket = chunked()) {
            for (var i = 0; i < 61; i++) {
                piece(socket, 50_000);
            }
            assertThat(statusLine(socket)).contains("413");
        }
    }

    @Test
    void onlyArchivesAreTaken() {
        problem(
                as(key).contentType("application/json").body("{}").post(WORKSPACES),
                415,
                "unsupported-media-type");
    }

    @Test
    void workspacesAndTheirFilesAreShown() {
        as(key).get(ONE).then().statusCode(200).body("version", equalTo(2));
        var archive = as(key).get(ONE + "/archive?version=3");
        archive.then().statusCode(200).contentType("application/x-tar");
        assertThat(archive.asByteArray()).hasSize(64 * 32 * 1024 + "version=3".length());
        problem(as(key).get(ONE + "/archive?version=x"), 400, "invalid-request");
        problem(as(key).get(WORKSPACES + "/" + UUID.randomUUID()), 404, "not-found")
                .body("detail", equalTo("The workspace does not exist."));
        problem(as(key).get(WORKSPACES + "/" + UUID.randomUUID() + "/archive"), 404, "not-found");
        problem(as(key).get(WORKSPACES + "/..%2F..%2Fq%2Fhealth"), 404, "not-found");
        as(key).get("/api/v1/sessions/" + FakeContext.WORKSPACE + "/turns").then().statusCode(200);
    }

    @Test
    void keysAreAuthServicesToTell() {
        as(key).get("/api/v1/auth/keys")
                .then()
                .statusCode(200)
                .body("keys[0].tenant", equalTo("workspaces"));
        Api.post(key, "/api/v1/auth/keys", "{\"name\":\"ci\"}")
                .then()
                .statusCode(201)
                .body("key", equalTo("mk_once"));
        problem(Api.post(key, "/api/v1/auth/keys", "{}"), 400, "invalid-request")
                .body("detail", equalTo("name: is missing"));
        as(key).delete("/api/v1/auth/keys/k1").then().statusCode(204);
        problem(as(key).delete("/api/v1/auth/keys/k2"), 404, "not-found");
    }

    @Test
    void aPartThatIsGoneIsNamed() {
        mesh.context().stop();
        problem(as(key).get(ONE), 503, "unavailable")
                .body("detail", containsString("context-service"));
        problem(as(key).get(ONE + "/archive"), 503, "unavailable");
        problem(
                as(key).contentType("application/zip").body(new byte[10]).post(WORKSPACES),
                503,
                "unavailable");
    }

    private Socket chunked() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), Api.uri("/").getPort());
        socket.setSoTimeout(10_000);
        write(
                socket,
                "POST "
                        + WORKSPACES
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + key
                        + "\r\n"
                        + "Content-Type: application/x-tar\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n");
        return socket;
    }

    private static void piece(Socket socket, int length) throws IOException {
        write(socket, Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n");
    }

    private static void end(Socket socket) throws IOException {
        write(socket, "0\r\n\r\n");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String statusLine(Socket socket) throws IOException {
        return String.valueOf(
                new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine());
    }
}
