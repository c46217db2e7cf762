package dev.monkeycoder.mesh.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Waits until a child answers.
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PROBE = Duration.ofSeconds(2);

    private Readiness() {}

    /// One look at a server.
    @FunctionalInterface
    public interface Probe {
        /// Whether it answers as it should; an IOException means not yet.
        boolean answers() throws IOException, InterruptedException;
    }

    /// Returns as soon as the probe succeeds.
    ///
    /// @throws StartFailure when the child ends before, or the time is up
    public static void await(Child child, Duration atMost, Probe probe) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!answers(child, probe)) {
            if (!child.alive()) {
                throw StartFailure.ended(child.program(), child.ended().join());
            }
            if (System.nanoTime() - end > 0) {
                throw StartFailure.late(child.program(), atMost);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Something listens on the port of the loopback address.
    public static Probe port(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        (int) PROBE.toMillis());
                return true;
            }
        };
    }

    /// A GET is answered with a 2xx.
    public static Probe http(HttpClient client, URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PROBE).build();
        return () ->
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100
                        == 2;
    }

    private static boolean answers(Child child, Probe probe) {
        try {
            return probe.answers();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(child.program().name() + ": interrupted", e);
        }
    }
}
