package dev.monkeycoder.mesh;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of the mesh, each a process of its own but the collector, which runs inside the
/// supervisor. Services have a schema of their name in the database `monkey`.
public enum Part {
    POSTGRES(5433, Kind.STORE),
    KAFKA(9092, Kind.STORE),
    KEYCLOAK(8180, Kind.PEOPLE),
    TRACES(4318, Kind.COLLECTOR),
    AUTH(8084, Kind.SERVICE),
    PROVIDER(8082, Kind.SERVICE),
    CONTEXT(8083, Kind.SERVICE),
    ORCHESTRATOR(8081, Kind.SERVICE),
    GATEWAY(8080, Kind.SERVICE),
    SIMULATOR(8090, Kind.SIMULATOR);

    /// What a part is for.
    public enum Kind {
        STORE,
        PEOPLE,
        COLLECTOR,
        SERVICE,
        SIMULATOR
    }

    private final int defaultPort;
    private final Kind kind;

    Part(int defaultPort, Kind kind) {
        this.defaultPort = defaultPort;
        this.kind = kind;
    }

    /// The part that people call so.
    public static Optional<Part> named(String title) {
        return Stream.of(values()).filter(part -> part.title().equals(title)).findFirst();
    }

    /// How people, logs and the schema call it: lower case.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int defaultPort() {
        return defaultPort;
    }

    public Kind kind() {
        return kind;
    }

    /// The environment variable that moves it to another port.
    public String portVariable() {
        return "MONKEY_PORT_" + name();
    }

    /// The Maven module that holds a service; empty for all that is not ours.
    public Optional<String> module() {
        return switch (kind) {
            case SERVICE -> Optional.of(title() + "-service");
            case SIMULATOR -> Optional.of("vendor-simulator");
            case STORE, PEOPLE, COLLECTOR -> Optional.empty();
        };
    }
}
