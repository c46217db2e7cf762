package dev.monkeycoder.mesh.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.Topic;
import dev.monkeycoder.mesh.Checkout;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The servers are really started, stopped, killed and started again.
class ServersIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path state;

    private final Checkout checkout = Checkout.find();

    @Test
    void postgresGivesEachRoleItsOwnSchemaOnlyAndKeepsRowsOverACrash() throws Exception {
        PostgresServer server =
                new PostgresServer(checkout, state, FreePorts.any(), "administrator", true);
        Map<String, String> roles = Map.of("auth", "auth-word", "context", "context-word");
        try (Child child = server.start()) {
            server.access().prepare("monkey", roles);
            try (Connection auth = connect(server.port(), "auth");
                    Statement statement = auth.createStatement()) {
                statement.execute("create table account (id int primary key)");
                statement.execute("insert into account values (7)");
                assertThatThrownBy(() -> statement.execute("create table context.theirs (id int)"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
            }
            child.kill();
        }
        try (Child _ = server.start()) {
            server.access().prepare("monkey", roles);
            try (Connection auth = connect(server.port(), "auth");
                    Statement statement = auth.createStatement();
                    ResultSet rows = statement.executeQuery("select id from auth.account")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        }
        assertThat(FreePorts.free(server.port())).isTrue();
    }

    @Test
    void aDatabaseThatWasNeverFinishedIsMadeAnew() {
        PostgresServer server =
                new PostgresServer(checkout, state, FreePorts.any(), "administrator", false);
        String finished = "select 1 from part where name = 'done'";
        try (Child _ = server.start()) {
            server.access().dropUnless("people", finished); // there is none yet
            server.access().prepareOwned("people", "people", "people-word");
            server.access().run("people", it -> it.execute("create table part (name text)"));
            server.access().dropUnless("people", finished);
            server.access().prepareOwned("people", "people", "people-word");
            server.access().run("people", it -> it.execute("create table part (name text)"));
            server.access().run("people", it -> it.execute("insert into part values ('done')"));
            server.access().dropUnless("people", finished);
            assertThatThrownBy(() ->
                            server.access()
                                    .run("people", it -> it.execute("create table part (n int)")))
                    .hasMessageContaining("already exists");
        }
    }

    @Test
    void kafkaHasTheTopicsAndKeepsMessagesOverACrash() throws Exception {
        KafkaServer server = new KafkaServer(checkout, state, FreePorts.any());
        try (Child child = server.start()) {
            assertThat(topics(server)).contains(names());
            try (KafkaProducer<String, String> producer = producer(server)) {
                producer.send(new ProducerRecord<>(Topic.USAGE.topicName(), "run", "hello")).get();
            }
            child.kill();
        }
        try (Child _ = server.start()) {
            assertThat(read(server, Topic.USAGE)).containsExactly("hello");
            Topics.recreate(server.bootstrapServers(), Duration.ofSeconds(20));
            assertThat(topics(server)).contains(names());
        }
        assertThat(FreePorts.free(server.port())).isTrue();
    }

    @Test
    void aPortThatIsTakenIsNamedWithTheServersOwnWords() {
        int port = FreePorts.any();
        PostgresServer first =
                new PostgresServer(checkout, state.resolve("1"), port, "administrator", false);
        PostgresServer second =
                new PostgresServer(checkout, state.resolve("2"), port, "administrator", false);
        try (Child _ = first.start()) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("postgres: ended with code")
                    .hasMessageContaining("Address already in use");
        }
    }

    private static Connection connect(int port, String role) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/monkey";
        return DriverManager.getConnection(url, role, role + "-word");
    }

    private static String[] names() {
        List<String> names = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            names.add(topic.topicName());
        }
        return names.toArray(String[]::new);
    }

    private static Set<String> topics(KafkaServer server) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static KafkaProducer<String, String> producer(KafkaServer server) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> read(KafkaServer server, Topic topic) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        server.bootstrapServers(),
                        "group.id",
                        "reader",
                        "auto.offset.reset",
                        "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic.topicName()));
            for (int poll = 0; values.isEmpty() && poll < 40; poll++) {
                for (ConsumerRecord<String, String> message :
                        consumer.poll(Duration.ofSeconds(1))) {
                    values.add(message.value());
                }
            }
        }
        return values;
    }
}
