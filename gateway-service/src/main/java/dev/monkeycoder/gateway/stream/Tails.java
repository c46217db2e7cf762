package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tails of all runs that this replica has heard of, within bounds: the ones that were silent
/// for longest and that nobody follows are forgotten first. Who comes for a forgotten one gets all
/// stored events and, until the next of them, no text of an open call. Thread-safe.
public final class Tails {
    private final Bounds bounds;
    private final Map<RunId, Tail> tails = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /// @param runs most runs that are remembered
    /// @param text most UTF-16 units of text of all runs
    /// @param textOfOne most UTF-16 units that are kept of one open call
    public record Bounds(int runs, long text, int textOfOne) {}

    public Tails(Bounds bounds) {
        this.bounds = bounds;
    }

    /// Takes in an event of the client topic and wakes who waits for it.
    public void accept(ClientEvent event) {
        wake(taken(event));
    }

    private synchronized List<Runnable> taken(ClientEvent event) {
        var tail = tail(event.run());
        var before = tail.size();
        var woken = tail.accept(event);
        size += tail.size() - before;
        if (tail.isEnded() && !tail.isFollowed()) {
            remove(event.run(), tail);
        }
        shrink();
        return woken;
    }

    private void shrink() {
        var oldest = tails.entrySet().iterator();
        while ((tails.size() > bounds.runs() || size > bounds.text()) && oldest.hasNext()) {
            var tail = oldest.next().getValue();
            if (!tail.isFollowed()) {
                size -= tail.size();
                oldest.remove();
            }
        }
    }

    private Tail tail(RunId run) {
        return tails.computeIfAbsent(run, _ -> new Tail(bounds.textOfOne()));
    }

    private void remove(RunId run, Tail tail) {
        size -= tail.size();
        tails.remove(run, tail);
    }

    /// Starts to follow a run, from now until [Follower#close].
    public synchronized Follower follow(RunId run, Position from) {
        var tail = tail(run);
        tail.follow();
        return new Follower(this, run, tail, from);
    }

    void stored(Tail tail, int after, List<ClientEvent.Durable> events) {
        List<Runnable> woken;
        synchronized (this) {
            var before = tail.size();
            woken = tail.stored(after, events);
            size += tail.size() - before;
        }
        wake(woken);
    }

    synchronized void leave(RunId run, Tail tail) {
        var before = tail.size();
        tail.leave();
        size += tail.size() - before;
        if (tail.isEnded() && !tail.isFollowed()) {
            remove(run, tail);
        }
    }

    private static void wake(List<Runnable> woken) {
        woken.forEach(Runnable::run);
    }

    /// How many runs are remembered.
    public synchronized int runs() {
        return tails.size();
    }

    /// How many UTF-16 units of text are held for all runs.
    public synchronized long size() {
        return size;
    }
}
