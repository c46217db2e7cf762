package dev.monkeycoder.gateway.stream.rest;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.identity.CallerRevoked;
import dev.monkeycoder.gateway.identity.client.Tokens;
import dev.monkeycoder.gateway.stream.Follower;
import dev.monkeycoder.gateway.stream.Position;
import dev.monkeycoder.gateway.stream.Tails;
import dev.monkeycoder.gateway.stream.client.StoredEvents;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// All event streams of this replica.
@ApplicationScoped
public class EventStreams {
    private final GatewayConfig.Stream config;
    private final Tails tails;
    private final Tokens tokens;
    private final StoredEvents stored;
    private final Counter sent;
    private final Map<EventStream, CallerId> open = new ConcurrentHashMap<>();

    EventStreams(
            GatewayConfig config,
            Tails tails,
            Tokens tokens,
            StoredEvents stored,
            MeterRegistry meters) {
        this.config = config.stream();
        this.tails = tails;
        this.tokens = tokens;
        this.stored = stored;
        sent = meters.counter("monkey_stream_events_sent");
        meters.gaugeMapSize("monkey_streams", Tags.empty(), open);
    }

    /// An event that is not the run's own, as text of a stream.
    ///
    /// @param json on one line
    public static String event(Position id, String type, String json) {
        return Sse.event(id.toString(), type, json);
    }

    /// Refuses a stream that this replica can't carry, before anything is caused for it.
    public void checkRoom() {
        if (open.size() >= config.mostStreams()) {
            throw ProblemException.of(
                    Problem.Type.TOO_MANY_REQUESTS,
                    "This replica has all the event streams it can carry; try again later.");
        }
    }

    /// Starts to follow a run. Close what this gives, or stream it.
    public Follower follow(RunId run, Position from) {
        return tails.follow(run, from);
    }

    /// The stored events after `after`, for who sees them.
    public Uni<List<Durable>> stored(Viewer viewer, RunId run, int after) {
        return tokens.of(viewer.credential())
                .chain(token -> stored.after(viewer.caller().tenant(), run, after, token));
    }

    /// Streams to `response` until the run ends, the client leaves or the viewer is shut out.
    /// Completes then.
    ///
    /// @param own where the stream runs: the context of its request
    /// @param first text that goes ahead, such as an event that is not the run's
    public Uni<Void> stream(
            Context own,
            HttpServerResponse response,
            Viewer viewer,
            Follower follower,
            String first) {
        return Uni.createFrom()
                .emitter(emitter -> {
                    var stream =
                            new EventStream(
                                    own,
                                    response,
                                    follower,
                                    after -> stored(viewer, follower.run(), after),
                                    new EventStream.Pace(
                                            config.heartbeat(), config.recheck(), config.stall()));
                    open.put(stream, viewer.caller().id());
                    stream.run(
                            first,
                            () -> {
                                open.remove(stream);
                                sent.increment(stream.sent());
                                emitter.complete(null);
                            });
                });
    }

    void shutOut(@Observes CallerRevoked revoked) {
        open.forEach((stream, caller) -> {
            if (caller.equals(revoked.caller())) {
                stream.stop();
            }
        });
    }

    /// Clients come back to another replica, from where they are.
    void stop(@Observes ShutdownEvent event) {
        open.keySet().forEach(EventStream::stop);
    }
}
