package dev.monkeycoder.gateway.stream.rest;

import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.gateway.stream.Follower;
import dev.monkeycoder.gateway.stream.Frame;
import dev.monkeycoder.gateway.stream.Next;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.jboss.logging.Logger;

/// One client's stream. It asks its follower for more only when the connection takes more, so a
/// slow client holds no more than what its socket and one answer of the store hold. All runs on one
/// Vert.x context.
final class EventStream {
    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 2000;

    private final Context context;
    private final HttpServerResponse response;
    private final Follower follower;
    private final IntFunction<Uni<List<Durable>>> store;
    private final Pace pace;
    private final Deque<Frame> pending = new ArrayDeque<>();
    private final Runnable wake = this::woken;

    private Runnable done = () -> {};
    private long heartbeat;
    private State state = State.READY;
    private int sent;
    private boolean quiet = true;
    private int asked = -1;
    private long pause = FIRST_PAUSE;
    private int silentBeats;
    private int stalledBeats;

    private enum State {
        READY,
        WAITING,
        ASKING,
        CLOSED
    }

    /// @param heartbeat how often the stream shows that it lives
    /// @param recheck how long it may hear nothing before it asks the store
    /// @param stall how long the client may take nothing
    record Pace(Duration heartbeat, Duration recheck, Duration stall) {
        int beats(Duration duration) {
            return Math.toIntExact(Math.max(1, duration.dividedBy(heartbeat)));
        }
    }

    EventStream(
            Context context,
            HttpServerResponse response,
            Follower follower,
            IntFunction<Uni<List<Durable>>> store,
            Pace pace) {
        this.context = context;
        this.response = response;
        this.follower = follower;
        this.store = store;
        this.pace = pace;
    }

    /// How many events were sent.
    int sent() {
        return sent;
    }

    /// @param whenDone called once, however the stream ends
    void run(String first, Runnable whenDone) {
        done = whenDone;
        response.setStatusCode(200)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache, no-transform")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true)
                .closeHandler(_ -> context.runOnContext(_ -> close()))
                .exceptionHandler(_ -> context.runOnContext(_ -> close()));
        response.write(": run " + follower.run() + "\nretry: 1000\n\n" + first);
        heartbeat = context.owner().setPeriodic(pace.heartbeat().toMillis(), _ -> beat());
        if (response.closed()) {
            close();
        }
        pump();
    }

    /// Ends the stream from outside.
    void stop() {
        context.runOnContext(_ -> {
            if (state != State.CLOSED) {
                end();
            }
        });
    }

    private void pump() {
        while (state == State.READY && hasRoom()) {
            if (!pending.isEmpty()) {
                write(pending.poll());
            } else if (follower.isEnded()) {
                end();
            } else {
                step();
            }
        }
    }

    private boolean hasRoom() {
        if (response.writeQueueFull()) {
            response.drainHandler(_ -> context.runOnContext(_ -> pump()));
            return false;
        }
        return true;
    }

    private void step() {
        switch (follower.next()) {
            case Next.Send(_, var frames) -> {
                asked = -1;
                pending.addAll(frames);
            }
            case Next.AskStore(var after) -> ask(after);
            case Next.Wait(var revision) -> {
                state = State.WAITING;
                follower.await(revision, wake);
            }
        }
    }

    private void ask(int after) {
        state = State.ASKING;
        if (after == asked) {
            rest(() -> fetch(after));
        } else {
            pause = FIRST_PAUSE;
            fetch(after);
        }
        asked = after;
    }

    /// The same question again brings nothing new at once.
    private void rest(Runnable then) {
        context.owner().setTimer(pause, _ -> then.run());
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }

    private void fetch(int after) {
        if (state == State.CLOSED) {
            return;
        }
        store.apply(after)
                .subscribe()
                .with(
                        events -> context.runOnContext(_ -> stored(after, events)),
                        failure -> context.runOnContext(_ -> failed(after, failure)));
    }

    private void stored(int after, List<Durable> events) {
        if (state == State.ASKING) {
            pending.addAll(follower.stored(after, events));
            state = State.READY;
            pump();
        }
    }

    private void failed(int after, Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            LOG.infof("event stream ends: its credential is no longer good run=%s", follower.run());
            if (state != State.CLOSED) {
                end();
            }
            return;
        }
        LOG.debugf("event stream waits for the store run=%s error=%s", follower.run(), failure);
        rest(() -> fetch(after));
    }

    private void woken() {
        context.runOnContext(_ -> {
            if (state == State.WAITING) {
                state = State.READY;
                asked = -1;
                pump();
            }
        });
    }

    private void write(Frame frame) {
        response.write(Sse.event(frame));
        sent++;
        quiet = false;
    }

    private void beat() {
        if (response.writeQueueFull()) {
            stalledBeats++;
            if (stalledBeats >= pace.beats(pace.stall())) {
                LOG.infof("event stream ends: its client takes nothing run=%s", follower.run());
                response.reset();
                close();
            }
            return;
        }
        stalledBeats = 0;
        response.write(Sse.HEARTBEAT);
        silentBeats = quiet ? silentBeats + 1 : 0;
        quiet = true;
        if (silentBeats >= pace.beats(pace.recheck())) {
            silentBeats = 0;
            doubt();
        }
    }

    /// Nothing was heard for long: perhaps the topic can't be read. The store can.
    private void doubt() {
        if (state == State.WAITING) {
            follower.forget(wake);
            follower.doubt();
            asked = -1;
            state = State.READY;
            pump();
        }
    }

    private void end() {
        response.end();
        close();
    }

    private void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            context.owner().cancelTimer(heartbeat);
            follower.forget(wake);
            follower.close();
            done.run();
        }
    }
}
