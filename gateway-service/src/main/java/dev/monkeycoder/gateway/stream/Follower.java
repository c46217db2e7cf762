package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.Ended;
import dev.monkeycoder.events.RunId;
import java.util.List;

/// One client that follows a run: where it stands, and what it gets next. It first asks the store,
/// which is the truth, and from there on follows the tail. For one thread at a time.
public final class Follower implements AutoCloseable {
    /// The store gives at most so many events at once.
    public static final int PAGE = 1000;

    private final Tails tails;
    private final RunId run;
    private final Tail tail;
    private Position at;
    private boolean behind = true;
    private boolean ended;
    private boolean closed;

    Follower(Tails tails, RunId run, Tail tail, Position from) {
        this.tails = tails;
        this.run = run;
        this.tail = tail;
        at = from;
    }

    public RunId run() {
        return run;
    }

    public Position at() {
        return at;
    }

    /// Whether the client has the last event of the run: nothing more comes.
    public boolean isEnded() {
        return ended;
    }

    /// What to do now. Frames of a [Next.Send] count as sent.
    public Next next() {
        if (behind) {
            return new Next.AskStore(at.version());
        }
        var next = tail.next(at);
        if (next instanceof Next.Send(var position, var frames)) {
            moved(position, frames);
        }
        return next;
    }

    /// The store's answer to [Next.AskStore]: its events after `after` in order, at most a page.
    ///
    /// @return the frames that the client gets for it; they count as sent
    public List<Frame> stored(int after, List<Durable> events) {
        behind = events.size() >= PAGE;
        var frames = new Frames(at);
        events.forEach(frames::durable);
        moved(frames.at(), frames.list());
        tails.stored(tail, after, events);
        return frames.list();
    }

    /// Makes the next step ask the store, as when nothing was heard for long.
    public void doubt() {
        behind = true;
    }

    private void moved(Position position, List<Frame> frames) {
        at = position;
        ended |= frames.stream().anyMatch(frame -> frame.event() instanceof Ended);
    }

    public void await(long revision, Runnable wake) {
        tail.await(revision, wake);
    }

    public void forget(Runnable wake) {
        tail.forget(wake);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            tails.leave(run, tail);
        }
    }
}
