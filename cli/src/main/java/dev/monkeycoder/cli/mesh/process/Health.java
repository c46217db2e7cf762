package dev.monkeycoder.cli.mesh.process;

import dev.monkeycoder.cli.mesh.MeshState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// Looks at a part of the mesh: a service is asked whether it is ready, of another part the port is
/// tried.
public final class Health {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Set<String> SERVICES =
            Set.of("gateway", "orchestrator", "provider", "context", "auth", "simulator");

    private final HttpClient http;

    public Health(HttpClient http) {
        this.http = http;
    }

    /// What was seen.
    public enum State {
        READY,
        /// It answers, but not all that it needs is there.
        NOT_READY,
        DOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public State of(MeshState.Part part) {
        try {
            return SERVICES.contains(part.name()) ? asked(part.port()) : tried(part.port());
        } catch (IOException _) {
            return State.DOWN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return State.DOWN;
        }
    }

    private State asked(int port) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        var request = HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200
                ? State.READY
                : State.NOT_READY;
    }

    private static State tried(int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    (int) ANSWER.toMillis());
            return State.READY;
        }
    }
}
