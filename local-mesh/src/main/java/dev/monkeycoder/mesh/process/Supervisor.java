package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.MeshFile;
import dev.monkeycoder.mesh.MeshListener;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.PartProgress;
import dev.monkeycoder.mesh.PartState;
import dev.monkeycoder.mesh.PartStatus;
import dev.monkeycoder.mesh.RunningMesh;
import dev.monkeycoder.mesh.Secrets;
import dev.monkeycoder.mesh.traces.Span;
import dev.monkeycoder.mesh.traces.rest.TraceCollector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// Holds the parts of one mesh: starts them in the order of their needs, and ends them in reverse.
public final class Supervisor implements RunningMesh {
    private static final Set<Part> STORES = EnumSet.of(Part.POSTGRES, Part.KAFKA);
    private static final Set<Part> SERVICES =
            EnumSet.of(
                    Part.AUTH,
                    Part.PROVIDER,
                    Part.CONTEXT,
                    Part.ORCHESTRATOR,
                    Part.GATEWAY,
                    Part.SIMULATOR);
    private static final Set<Part> PEOPLE = EnumSet.of(Part.KEYCLOAK);

    private final MeshConfig config;
    private final MeshListener listener;
    private final StateFolder folder;
    private final Secrets secrets;
    private final Instant startedAt = Instant.now();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Part, Supervised> parts = new EnumMap<>(Part.class);
    private Optional<TraceCollector> collector = Optional.empty();
    private boolean closed;

    /// Takes the state folder; nothing runs yet.
    ///
    /// @throws IllegalStateException when a mesh is up there already
    public Supervisor(MeshConfig config, MeshListener listener) {
        this.config = config;
        this.listener = listener;
        this.folder = StateFolder.taken(config.state());
        this.secrets = folder.secrets();
        Launches launches = new Launches(config, secrets, client);
        for (Part part : config.parts().stream().sorted().toList()) {
            launches.of(part).ifPresent(launch -> parts.put(part, supervised(part, launch)));
        }
    }

    /// Starts everything but Keycloak, which goes on coming up by itself.
    public void start() {
        try {
            Ports.check(config);
            folder.turnLogs(config);
            collect();
            together(STORES);
            together(SERVICES);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        for (Supervised people : of(PEOPLE)) {
            // its failure is told to the listener, and stands in its status
            var _ = CompletableFuture.runAsync(people::start, Thread::startVirtualThread);
        }
    }

    @Override
    public MeshConfig config() {
        return config;
    }

    @Override
    public Map<Part, URI> urls() {
        return config.parts().stream()
                .filter(part -> part.kind() != Part.Kind.STORE)
                .collect(Collectors.toMap(part -> part, config::url));
    }

    @Override
    public List<PartStatus> status() {
        return parts.values().stream().map(Supervised::status).toList();
    }

    @Override
    public String apiKey() {
        return secrets.apiKey();
    }

    @Override
    public List<Span> trace(String traceId) {
        return collector.map(it -> it.spans(traceId)).orElseGet(List::of);
    }

    @Override
    public void await(Part part, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            synchronized (parts) {
                while (part(part).status().state() != PartState.READY) {
                    long left = (end - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        throw new IllegalStateException(
                                part.title() + ": not ready after " + atMost.toSeconds() + " s");
                    }
                    parts.wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(part.title() + ": interrupted", e);
        }
    }

    @Override
    public void kill(Part part) {
        part(part).kill();
    }

    @Override
    public void start(Part part) {
        part(part).start();
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        end(PEOPLE);
        end(SERVICES);
        end(STORES);
        synchronized (this) {
            collector.ifPresent(TraceCollector::close);
        }
        client.close();
        folder.close();
    }

    private synchronized void collect() {
        if (config.parts().contains(Part.TRACES)) {
            collector =
                    Optional.of(
                            TraceCollector.start(
                                    config.state().resolve("traces"), config.port(Part.TRACES)));
        }
    }

    /// Returns when all are ready; at the first failure the others are not waited for.
    private void together(Set<Part> some) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] starts =
                of(some).stream()
                        .map(part ->
                                CompletableFuture.runAsync(part::start, Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(starts);
        for (CompletableFuture<?> start : starts) {
            var _ =
                    start.whenComplete((_, e) -> {
                        if (e != null) {
                            failed.completeExceptionally(e);
                        }
                    });
        }
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void end(Set<Part> some) {
        CompletableFuture.allOf(
                        of(some).stream()
                                .map(part ->
                                        CompletableFuture.runAsync(
                                                part::close, Thread::startVirtualThread))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private Collection<Supervised> of(Set<Part> some) {
        return parts.values().stream().filter(it -> some.contains(it.part())).toList();
    }

    private Supervised part(Part part) {
        Supervised found = parts.get(part);
        if (found == null) {
            throw new IllegalArgumentException(
                    part.title()
                            + ": not a process of this mesh (expected: "
                            + parts.keySet()
                            + ")");
        }
        return found;
    }

    private Supervised supervised(Part part, Launch launch) {
        var address = new Supervised.Address(config.port(part), config.log(part));
        return new Supervised(part, launch, address, this::heard);
    }

    private void heard(PartProgress progress) {
        synchronized (parts) {
            folder.publish(file());
            parts.notifyAll();
        }
        listener.heard(progress);
    }

    private MeshFile file() {
        return new MeshFile(
                ProcessHandle.current().pid(),
                startedAt.toString(),
                config.simulated(),
                config.keyFile().toString(),
                urls().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.getKey().title(), it -> it.getValue().toString())),
                status().stream().map(Supervisor::entry).toList());
    }

    private static MeshFile.Entry entry(PartStatus status) {
        return new MeshFile.Entry(
                status.part().title(),
                status.state().title(),
                status.port(),
                status.pid().orElse(0),
                status.restarts(),
                status.since().toString(),
                status.log().toString(),
                status.failure().orElse(""));
    }
}
