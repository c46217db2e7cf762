package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.Ended;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnCompleted;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// The end of one run's client topic, shared by all who follow the run: the newest durable events
/// and the text of calls that are open. Followers hold no queue: each asks for what comes after its
/// own position when it can take more, so a slow one costs nothing and skips nothing (ADR 0028).
///
/// A durable event goes out when what comes before it is known: its version is the next one, or the
/// store said that nothing lies between. Deltas go out only to followers that stand where the topic
/// stands; else a delta of a call that ended in between would come after its end. Thread-safe.
public final class Tail {
    private static final int MOST_RECENT = 64;

    private final int mostText;
    private final TreeMap<Integer, Known> recent = new TreeMap<>();
    private final TreeMap<Integer, OpenText> open = new TreeMap<>();
    private final Set<Integer> endedCalls = new HashSet<>();
    private final Set<Integer> endedTurns = new HashSet<>();
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int seen;
    private boolean ended;
    private int followers;
    private long revision;
    private int recentText;

    /// @param previous the version of the event before it, as far as it is known
    private record Known(int previous, Durable event) {}

    /// @param mostText most UTF-16 units that are kept of one open call and of the recent events
    Tail(int mostText) {
        this.mostText = mostText;
    }

    /// Takes in what the topic brings, in any order and any number of times.
    ///
    /// @return whom to wake: they have something to ask for
    synchronized List<Runnable> accept(ClientEvent event) {
        var changed =
                switch (event) {
                    case TextDelta delta -> delta(delta);
                    case TurnRestarted restarted ->
                            text(
                                    restarted.call(),
                                    restarted.turn(),
                                    restarted.attempt(),
                                    restarted);
                    case Durable durable -> durable(durable);
                };
        return changed ? wake() : List.of();
    }

    private boolean delta(TextDelta delta) {
        return !isEnded(delta.call(), delta.turn())
                && open.computeIfAbsent(
                                delta.call().number(),
                                _ -> new OpenText(delta.call(), delta.turn(), delta.attempt()))
                        .add(delta, mostText);
    }

    private boolean text(CallId call, int turn, int attempt, TurnRestarted restarted) {
        if (isEnded(call, turn)) {
            return false;
        }
        var text = open.get(call.number());
        if (text == null) {
            open.put(call.number(), new OpenText(call, turn, attempt));
            return true;
        }
        return text.restart(restarted);
    }

    private boolean isEnded(CallId call, int turn) {
        return ended || endedCalls.contains(call.number()) || endedTurns.contains(turn);
    }

    private boolean durable(Durable event) {
        settle(event);
        var before = seen;
        seen = Math.max(seen, event.version());
        keep(event.version() - 1, event);
        return seen > before;
    }

    /// What ended stays ended, whether the topic or the store said so first.
    private void settle(Durable event) {
        switch (event) {
            case MessageCompleted message -> {
                endedCalls.add(message.call().number());
                open.remove(message.call().number());
            }
            case TurnCompleted turn -> {
                endedTurns.add(turn.turn());
                open.values().removeIf(text -> text.turn() == turn.turn());
            }
            case Ended _ -> {
                ended = true;
                open.clear();
            }
            default -> {}
        }
    }

    /// Takes in what the store answered to `after`, so that other followers need not ask it.
    synchronized List<Runnable> stored(int after, List<Durable> events) {
        var previous = after;
        for (var event : events) {
            settle(event);
            keep(previous, event);
            previous = event.version();
        }
        return events.isEmpty() ? List.of() : wake();
    }

    private void keep(int previous, Durable event) {
        if (followers == 0) {
            return;
        }
        var known = recent.get(event.version());
        if (known == null) {
            recentText += Weight.of(event);
        }
        recent.put(
                event.version(),
                known == null || previous < known.previous() ? new Known(previous, event) : known);
        while (recent.size() > MOST_RECENT || (recentText > mostText && recent.size() > 1)) {
            recentText -= Weight.of(recent.pollFirstEntry().getValue().event());
        }
    }

    /// What a follower at `from` gets next.
    synchronized Next next(Position from) {
        var frames = new Frames(from);
        for (var known : recent.tailMap(from.version(), false).values()) {
            if (known.previous() > frames.at().version()) {
                break;
            }
            frames.durable(known.event());
        }
        if (frames.at().version() < seen && frames.list().isEmpty()) {
            return new Next.AskStore(from.version());
        }
        if (frames.at().version() == seen) {
            open.values().forEach(frames::text);
        }
        return frames.list().isEmpty()
                ? new Next.Wait(revision)
                : new Next.Send(frames.at(), frames.list());
    }

    /// Calls `wake` once when the tail has changed since `revision`, which may be at once.
    /// Forgotten with [#forget].
    void await(long since, Runnable wake) {
        synchronized (this) {
            if (revision == since) {
                waiting.add(wake);
                return;
            }
        }
        wake.run();
    }

    synchronized void forget(Runnable wake) {
        waiting.remove(wake);
    }

    private List<Runnable> wake() {
        revision++;
        var woken = List.copyOf(waiting);
        waiting.clear();
        return woken;
    }

    synchronized void follow() {
        followers++;
    }

    synchronized void leave() {
        followers--;
        if (followers == 0) {
            recent.clear();
            recentText = 0;
        }
    }

    synchronized boolean isFollowed() {
        return followers > 0;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /// UTF-16 units of text that this holds.
    synchronized int size() {
        return recentText + open.values().stream().mapToInt(OpenText::length).sum();
    }
}
