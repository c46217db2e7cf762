package dev.monkeycoder.cli.gateway.client;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.Backoff;
import dev.monkeycoder.cli.sse.SseEvent;
import dev.monkeycoder.cli.sse.SseParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Follows an event stream to its end, over any number of connections: each goes on after the last
/// event that was seen. A connection that is silent for a minute counts as lost, since a gateway
/// sends heartbeats.
public final class EventFollower {
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Gateway gateway;
    private final String path;
    private final Consumer<String> notes;
    private Optional<String> last;
    private Optional<Duration> wish = Optional.empty();
    private Backoff backoff = Backoff.FRESH;

    /// @param after the id to go on after; empty for the whole stream
    /// @param notes takes what a person should know, such as that the connection was lost
    public EventFollower(
            Gateway gateway, String path, Optional<String> after, Consumer<String> notes) {
        this.gateway = gateway;
        this.path = path;
        this.last = after;
        this.notes = notes;
    }

    /// Gives each event to `sink` until that answers false, or the gateway says that there will be
    /// no more.
    ///
    /// @throws Stop when the gateway refuses, or stays away
    public void follow(Predicate<SseEvent> sink) {
        while (connect(sink)) {
            var pause = backoff.pause(wish);
            if (pause.isEmpty()) {
                throw Stop.with(
                        Exit.UNREACHABLE,
                        "the event stream of "
                                + gateway.address()
                                + " was lost"
                                + last.map(id -> "; `--after " + id + "` goes on from here")
                                        .orElse(""));
            }
            notes.accept("connection lost, trying again");
            backoff = backoff.failed();
            pause(pause.get());
        }
    }

    /// @return whether to connect again
    private boolean connect(Predicate<SseEvent> sink) {
        try {
            var response = gateway.http().send(request(), BodyHandlers.ofInputStream());
            if (response.statusCode() == 204) {
                return false;
            }
            if (response.statusCode() == 200) {
                return read(response, sink);
            }
            var body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            if (response.statusCode() < 500 && response.statusCode() != 429) {
                throw Gateway.refused(response.statusCode(), body);
            }
            return true;
        } catch (IOException _) {
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    private HttpRequest request() {
        var request = gateway.request(path).header("Accept", "text/event-stream").GET();
        last.ifPresent(id -> request.header("Last-Event-ID", id));
        return request.build();
    }

    private boolean read(HttpResponse<InputStream> response, Predicate<SseEvent> sink)
            throws IOException {
        var parser = new SseParser();
        try (var body = response.body();
                var lines =
                        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
                var watch = new Watch(body)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                watch.heard();
                var event = parser.line(line);
                wish = parser.retry().or(() -> wish);
                if (event.isPresent() && !take(event.get(), sink)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean take(SseEvent event, Predicate<SseEvent> sink) {
        last = event.id().or(() -> last);
        backoff = Backoff.FRESH;
        return sink.test(event);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    /// Closes a body that has been silent, so that its reader wakes up.
    private static final class Watch implements AutoCloseable {
        private final InputStream body;
        private final AtomicBoolean heard = new AtomicBoolean();
        private volatile boolean over;

        Watch(InputStream body) {
            this.body = body;
            again();
        }

        void heard() {
            heard.set(true);
        }

        private void again() {
            CompletableFuture.delayedExecutor(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::look);
        }

        private void look() {
            if (over) {
                return;
            }
            if (heard.getAndSet(false)) {
                again();
                return;
            }
            try {
                body.close();
            } catch (IOException _) {
                // it is closed now, which is what was wanted
            }
        }

        @Override
        public void close() {
            over = true;
        }
    }
}
