package dev.monkeycoder.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Gives a service under test a real PostgreSQL with an empty database and a real Kafka with empty
/// topics. Use it as `@WithTestResource(MeshServers.class)`.
///
/// The servers are started once for the JVM, on free ports, and end with it. Where the build
/// started some already (`MONKEY_TEST_DB_PORT`, `MONKEY_TEST_DB_PASSWORD`, `MONKEY_TEST_KAFKA`),
/// those are used: the module gets a database of its own, and the topics are made anew.
///
/// The service logs in to its own schema: its name is `quarkus.application.name` of its
/// `application.properties`, or the argument `service` of the annotation.
public final class MeshServers implements QuarkusTestResourceLifecycleManager {
    private Optional<String> named = Optional.empty();

    @Override
    public void init(Map<String, String> arguments) {
        named = Optional.ofNullable(arguments.get("service"));
    }

    @Override
    public Map<String, String> start() {
        String service = named.orElseGet(MeshServers::applicationName);
        TestServers servers = TestServers.running();
        servers.admit(service);
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", servers.kafka());
        config.put("monkey.db.host", "127.0.0.1");
        config.put("monkey.db.port", Integer.toString(servers.postgresPort()));
        config.put("monkey.db.name", servers.database());
        config.put("monkey.db.user", service);
        config.put("monkey.db.password", servers.password());
        config.put("monkey.token.public-key", Tokens.publicKey());
        config.put("monkey.token.private-key", Tokens.privateKey());
        config.put("otel.exporter.otlp.endpoint", servers.traces());
        config.put("quarkus.http.test-port", "0");
        // a service maps its own part of `monkey.*` only
        config.put("smallrye.config.mapping.validate-unknown", "false");
        return config;
    }

    @Override
    public void stop() {
        // the next application of this JVM uses the same servers; they end with the JVM
    }

    private static String applicationName() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("application.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            String name = properties.getProperty("quarkus.application.name");
            if (name == null) {
                throw new IllegalStateException(
                        "quarkus.application.name: not in application.properties (expected: the"
                                + " service's name)");
            }
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
