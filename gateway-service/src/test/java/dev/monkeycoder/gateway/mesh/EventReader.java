package dev.monkeycoder.gateway.mesh;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.kit.event.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client of an event stream, with time limits on all it waits for.
public final class EventReader implements AutoCloseable {
    private static final int PATIENCE = 20;

    private final HttpResponse<InputStream> response;
    private final LinkedBlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> comments = new LinkedBlockingQueue<>();

    /// One event as it came; one without a type marks the end of the stream.
    public record Got(String id, String type, String data) {
        static final Got END = new Got("", "", "");

        public ClientEvent event() {
            return EventJson.read(data, ClientEvent.class);
        }
    }

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    public static EventReader open(URI uri, String key, String... headers) {
        return send(builder(uri, key, headers).GET().build());
    }

    public static EventReader post(URI uri, String key, String body, String... headers) {
        return send(
                builder(uri, key, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder builder(URI uri, String key, String... headers) {
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/event-stream");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static EventReader send(HttpRequest request) {
        try {
            return new EventReader(
                    HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("event stream: can't be opened", e);
        }
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var id = "";
            var type = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    got.add(new Got(id, type, line.substring(6)));
                } else if (line.startsWith(":")) {
                    comments.add(line);
                }
            }
            got.add(Got.END);
        } catch (IOException _) {
            got.add(Got.END);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// The next event, as soon as there is one.
    public Got next() {
        return taken(got);
    }

    /// The next events.
    public List<Got> next(int count) {
        var events = new ArrayList<Got>();
        for (var i = 0; i < count; i++) {
            events.add(next());
        }
        return events;
    }

    /// All events up to the end of the stream.
    public List<Got> toEnd() {
        var events = new ArrayList<Got>();
        for (var event = next(); !event.equals(Got.END); event = next()) {
            events.add(event);
        }
        return events;
    }

    public String nextComment() {
        return taken(comments);
    }

    private static <T> T taken(LinkedBlockingQueue<T> queue) {
        try {
            var taken = queue.poll(PATIENCE, TimeUnit.SECONDS);
            if (taken == null) {
                throw new AssertionError("event stream: silent for " + PATIENCE + " s");
            }
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Leaves, as when a client's network goes away.
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
