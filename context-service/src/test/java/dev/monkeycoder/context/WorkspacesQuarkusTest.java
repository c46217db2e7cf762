package dev.monkeycoder.context;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.testkit.MeshServers;
import dev.monkeycoder.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Workspaces over HTTP, as the gateway asks for them.
@QuarkusTest
@WithTestResource(MeshServers.class)
class WorkspacesQuarkusTest {
    private static final String WORKSPACES = "/internal/workspaces";
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anUploadTellsWhatWasTakenAndWhatWasLeftOut() {
        var files = Map.of("a.txt", "a\n", ".git/config", "x", ".env", "SECRET=1");

        scene.caller("workspaces:write")
                .contentType("application/x-tar")
                .body(Scene.tar(files))
                .post(WORKSPACES)
                .then()
                .statusCode(201)
                .contentType("application/json")
                .body("version", is(1))
                .body("files", is(1))
                .body("bytes", is(2))
                .body("skipped.path", equalTo(List.of(".git/", ".env")))
                .body("skipped.reason", equalTo(List.of("repository data (1 file)", "secret")));
    }

    @Test
    void aGzipAndAZipAreTakenToo() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(gzip)) {
            packed.write(Scene.tar(Map.of("a.txt", "a\n")));
        }
        var zip = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(zip)) {
            packed.putNextEntry(new ZipEntry("a.txt"));
            packed.write("a\n".getBytes(UTF_8));
        }

        for (var upload : Map.of("application/gzip", gzip, "application/zip", zip).entrySet()) {
            scene.caller("workspaces:write")
                    .contentType(upload.getKey())
                    .body(upload.getValue().toByteArray())
                    .post(WORKSPACES)
                    .then()
                    .statusCode(201)
                    .body("files", is(1));
        }
    }

    @Test
    void aHostileArchiveIsRefusedWithItsReason() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(zip)) {
            packed.putNextEntry(new ZipEntry("../escape"));
        }

        scene.caller("workspaces:write")
                .contentType("application/zip")
                .body(zip.toByteArray())
                .post(WORKSPACES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("../escape leaves its folder"));
    }

    @Test
    void anotherTypeOfBodyIsRefused() {
        scene.caller("workspaces:write")
                .contentType("application/json")
                .body("{}")
                .post(WORKSPACES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void thousandsOfFilesComeInAndGoOutAgain() throws IOException {
        var files = new TreeMap<String, String>();
        IntStream.range(0, 10_000)
                .forEach(i ->
                        files.put("dir" + i % 100 + "/file" + i + ".txt", "content " + i % 7_000));
        var workspace = new WorkspaceVersion(scene.upload(files), 1);

        var written = scene.use(scene.write(workspace, "dir1/file1.txt", "changed\n"));
        var found =
                scene.use(
                        scene.tool(
                                workspace,
                                "search_files",
                                Map.of("query", "content 6999$", "regex", true)));

        assertThat(written.workspace().version()).isEqualTo(2);
        assertThat(found.output()).isEqualTo("dir99/file6999.txt:1: content 6999\n");
        assertThat(archive(workspace, 1)).isEqualTo(files);
        files.put("dir1/file1.txt", "changed\n");
        assertThat(archive(workspace, 2)).isEqualTo(files);
    }

    private Map<String, String> archive(WorkspaceVersion workspace, int version)
            throws IOException {
        var tar =
                scene.reader()
                        .queryParam("version", version)
                        .get(WORKSPACES + "/" + workspace.workspace() + "/archive")
                        .then()
                        .statusCode(200)
                        .contentType("application/x-tar")
                        .extract()
                        .asByteArray();
        var files = new LinkedHashMap<String, String>();
        try (var entries = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                files.put(entry.getName(), new String(entries.readAllBytes(), UTF_8));
            }
        }
        return files;
    }

    @Test
    void aDiffGoesBetweenAnyTwoVersions() {
        var one = new WorkspaceVersion(scene.upload(Map.of("a.txt", "1\n")), 1);
        var two = scene.use(scene.write(one, "a.txt", "2\n")).workspace();
        scene.use(scene.write(two, "a.txt", "3\n"));
        var path = WORKSPACES + "/" + one.workspace() + "/diff";

        assertThat(scene.reader().get(path + "?from=1&to=2").asString()).contains("-1\n+2\n");
        assertThat(scene.reader().get(path + "?from=2").asString()).contains("-2\n+3\n");
        assertThat(scene.reader().get(path + "?from=3&to=1").asString()).contains("-3\n+1\n");
        assertThat(scene.reader().get(path + "?from=3&to=3").then().extract().asString()).isEmpty();
        scene.reader().get(path + "?from=1&to=9").then().statusCode(404);
        scene.reader().get(path + "?from=0").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"''", "/diff", "/archive"})
    void anotherTenantsWorkspaceIsNotThere(String door) {
        var id = scene.upload(Map.of("a.txt", "a\n"));
        scene.reader().get(WORKSPACES + "/" + id + door).then().statusCode(200);

        try (var other = new Scene()) {
            other.reader()
                    .get(WORKSPACES + "/" + id + door)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({"not-an-id", "0198f000-0000-7000-8000-000000000000"})
    void whatNeverWasIsNotThere(String id) {
        scene.reader().get(WORKSPACES + "/" + id).then().statusCode(404);
        scene.reader().get(WORKSPACES + "/" + id + "/diff").then().statusCode(404);
        scene.caller("runs:read").get("/internal/sessions/" + id + "/turns").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /internal/workspaces, workspaces:read",
        "GET, /internal/workspaces/0198f000-0000-7000-8000-000000000000, workspaces:write",
        "GET, /internal/workspaces/0198f000-0000-7000-8000-000000000000/diff, runs:read",
        "GET, /internal/workspaces/0198f000-0000-7000-8000-000000000000/archive, runs:read",
        "GET, /internal/sessions/0198f000-0000-7000-8000-000000000000/turns, workspaces:read"
    })
    void everyDoorWantsItsScope(Method method, String path, String otherScope) {
        given().contentType("application/x-tar").request(method, path).then().statusCode(401);
        given().auth()
                .oauth2(Tokens.forged("t", "key:1", "*", "workspaces:read", "workspaces:write"))
                .contentType("application/x-tar")
                .request(method, path)
                .then()
                .statusCode(401);
        scene.caller(otherScope)
                .contentType("application/x-tar")
                .request(method, path)
                .then()
                .statusCode(403);
    }
}
