package dev.monkeycoder.auth.key.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.auth.token.ExchangeRequest;
import dev.monkeycoder.mesh.Checkout;
import dev.monkeycoder.mesh.process.Child;
import dev.monkeycoder.mesh.process.FreePorts;
import dev.monkeycoder.mesh.process.PostgresAccess;
import dev.monkeycoder.mesh.process.Program;
import dev.monkeycoder.mesh.process.Readiness;
import dev.monkeycoder.testkit.MeshServers;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The packaged service, started as the mesh starts it; no Keycloak anywhere.
class StartIT {
    private static final Duration START = Duration.ofMinutes(3);
    private static final String KEY = "mk_startstart22_" + "A".repeat(43);

    private final Map<String, String> servers = new MeshServers().start();

    @Test
    void replicasThatStartAtOnceOnAnEmptyDatabaseBothTakeTheBootstrapKey() {
        emptyDatabase("auth_start");
        var one = FreePorts.any();
        var other = FreePorts.any();
        try (var first = start("start-1", one, "auth_start", KEY);
                var second = start("start-2", other, "auth_start", KEY);
                var http = HttpClient.newHttpClient()) {
            Readiness.await(first, START, Readiness.http(http, ready(one)));
            Readiness.await(second, START, Readiness.http(http, ready(other)));
            for (var port : List.of(one, other)) {
                given().contentType(ContentType.URLENC)
                        .formParam("grant_type", ExchangeRequest.GRANT_TYPE)
                        .formParam("subject_token", KEY)
                        .formParam("subject_token_type", ExchangeRequest.API_KEY)
                        .post("http://127.0.0.1:" + port + "/internal/tokens")
                        .then()
                        .statusCode(200);
            }
        }
    }

    @Test
    void malformedBootstrapKeyEndsTheStartWithAClearMessage() throws IOException {
        emptyDatabase("auth_malformed");
        var malformed = "mk_change-me-please";
        try (var child = start("start-malformed", FreePorts.any(), "auth_malformed", malformed)) {
            var code = child.ended().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
            assertThat(code).isNotZero();
            assertThat(Files.readString(child.program().log()))
                    .contains("MONKEY_BOOTSTRAP_KEY: not a key (expected: mk_")
                    .doesNotContain(malformed);
        }
    }

    private Child start(String name, int port, String database, String key) {
        var jar = Checkout.find().service("auth-service").toString();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var log = Path.of("target", "test-servers", name + ".log").toAbsolutePath();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("MONKEY_DB_NAME", database);
        environment.put("MONKEY_BOOTSTRAP_KEY", key);
        environment.put("MONKEY_KEYCLOAK_URL", "http://127.0.0.1:1/realms/monkey");
        for (var given :
                List.of(
                        "kafka.bootstrap.servers",
                        "monkey.db.host",
                        "monkey.db.port",
                        "monkey.db.user",
                        "monkey.db.password",
                        "monkey.token.public-key",
                        "monkey.token.private-key",
                        "otel.exporter.otlp.endpoint")) {
            var variable = given.replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT);
            environment.put(variable, servers.getOrDefault(given, ""));
        }
        return Child.start(
                Program.of(name, List.of(java, "-Xmx256m", "-jar", jar), log).with(environment));
    }

    private void emptyDatabase(String name) {
        var password = servers.getOrDefault("monkey.db.password", "");
        var port = Integer.parseInt(servers.getOrDefault("monkey.db.port", ""));
        new PostgresAccess(port, password).prepare(name, Map.of("auth", password));
    }

    private static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/q/health/ready");
    }
}
