package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.kit.event.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/// A client that follows a run's event stream as the API tells clients to: it keeps the last id,
/// and comes back with it whenever the connection is lost.
final class Follower implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Api api;
    private final Thread reader;

    // guarded by this object
    private final List<Got> got = new ArrayList<>();
    private String run = "";
    private String lastId = "";
    private int connections;
    private boolean over;
    private boolean closed;
    private Optional<Throwable> failure = Optional.empty();

    /// One event as it came.
    record Got(String id, String type, String json) {
        /// As the wire has it; `run.accepted` is the gateway's own and none of these.
        ClientEvent event() {
            return EventJson.read(json, ClientEvent.class);
        }

        boolean is(Class<? extends ClientEvent> kind) {
            return !type.equals("run.accepted") && kind.isInstance(event());
        }
    }

    private Follower(Api api, String run, HttpRequest first) {
        this.api = api;
        this.run = run;
        this.reader = Thread.ofVirtual().start(() -> follow(first));
    }

    /// Follows a run from its first event on.
    static Follower of(Api api, String run) {
        return from(api, run, "");
    }

    /// From behind the event of an id.
    static Follower from(Api api, String run, String lastId) {
        return new Follower(api, run, request(api, run, lastId));
    }

    /// Asks for a run and gets its stream as the answer.
    static Follower submit(Api api, ObjectNode body) {
        return new Follower(
                api,
                "",
                request(api, "/api/v1/runs")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build());
    }

    private static HttpRequest request(Api api, String run, String lastId) {
        HttpRequest.Builder request = request(api, "/api/v1/runs/" + run + "/events");
        return (lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId)).build();
    }

    private static HttpRequest.Builder request(Api api, String path) {
        return HttpRequest.newBuilder(api.base().resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + api.credential())
                .header("Accept", "text/event-stream");
    }

    private void follow(HttpRequest first) {
        HttpRequest next = first;
        try {
            while (!isOver()) {
                connect(next);
                pause();
                next = request(api, run(), lastId());
            }
        } catch (RuntimeException | AssertionError e) {
            fail(e);
        }
    }

    private void connect(HttpRequest request) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            switch (response.statusCode()) {
                case 200 -> {
                    count();
                    read(response.body());
                }
                case 204 -> end();
                case 503 -> response.body().close();
                default ->
                        throw new AssertionError(
                                "event stream: %d %s"
                                        .formatted(
                                                response.statusCode(),
                                                new String(
                                                        response.body().readAllBytes(),
                                                        StandardCharsets.UTF_8)));
            }
        } catch (IOException _) {
            // the connection is lost: the next one goes on
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    private void read(InputStream body) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String id = "";
            String type = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    take(new Got(id, type, line.substring("data: ".length())));
                }
            }
        }
    }

    private synchronized void take(Got event) {
        got.add(event);
        lastId = event.id();
        if (event.type().equals("run.accepted")) {
            run = Json.tree(event.json()).path("id").asText();
        }
        over |= event.is(ClientEvent.Ended.class);
        notifyAll();
    }

    private synchronized void count() {
        connections++;
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    private synchronized void fail(Throwable cause) {
        failure = Optional.of(cause);
        notifyAll();
    }

    private synchronized boolean isOver() {
        return over || closed;
    }

    /// Waits a moment before the next connection, less when the end has come.
    private synchronized void pause() {
        long end = System.nanoTime() + PAUSE.toNanos();
        try {
            for (long left = PAUSE.toMillis(); left > 0 && !isOver(); ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized String run() {
        return run;
    }

    synchronized String lastId() {
        return lastId;
    }

    /// How many connections the stream has taken so far.
    synchronized int connections() {
        return connections;
    }

    synchronized List<Got> events() {
        return List.copyOf(got);
    }

    /// Returns as soon as so many events that match have come.
    void await(String what, int count, Predicate<Got> wanted) {
        until(what, () -> events().stream().filter(wanted).count() >= count);
    }

    /// All events, once the run has ended.
    List<Got> toEnd() {
        until("the end", this::isOver);
        return events();
    }

    private void until(String what, BooleanSupplier condition) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK)
                    .atMost(SharedMesh.PATIENCE)
                    .until(() -> failed() || condition.getAsBoolean());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "stream of run %s: no %s in %s; it has %s"
                            .formatted(run(), what, SharedMesh.PATIENCE, tail()),
                    e);
        }
        synchronized (this) {
            assertThat(failure).isEmpty();
        }
    }

    private synchronized boolean failed() {
        return failure.isPresent();
    }

    private List<Got> tail() {
        List<Got> all = events();
        return all.subList(Math.max(0, all.size() - 5), all.size());
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        reader.interrupt();
        http.shutdownNow();
    }
}
