package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.PartProgress;
import dev.monkeycoder.mesh.PartState;
import dev.monkeycoder.mesh.PartStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// One part under supervision: what ends by itself after it was ready is started again, after
/// pauses that double from half a second to half a minute.
final class Supervised {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Part part;
    private final Launch launch;
    private final Address address;
    private final Consumer<PartProgress> listener;

    // all below are guarded by this object
    private Optional<Child> child = Optional.empty();
    private PartState state = PartState.WAITING;
    private Instant since = Instant.now();
    private Optional<String> failure = Optional.empty();
    private int restarts;
    // counts the orders from outside: what was begun for an older one gives up
    private int order;

    /// Where a part is found.
    record Address(int port, Path log) {}

    Supervised(Part part, Launch launch, Address address, Consumer<PartProgress> listener) {
        this.part = part;
        this.launch = launch;
        this.address = address;
        this.listener = listener;
    }

    Part part() {
        return part;
    }

    synchronized PartStatus status() {
        OptionalLong pid =
                child.filter(Child::alive)
                        .map(it -> OptionalLong.of(it.pid()))
                        .orElseGet(OptionalLong::empty);
        return new PartStatus(
                part, state, address.port(), pid, restarts, since, address.log(), failure);
    }

    /// Starts it, and returns when it is ready. Does nothing for a part that is up.
    ///
    /// @throws RuntimeException when it does not come up, or is stopped meanwhile
    void start() {
        int mine;
        synchronized (this) {
            if (state == PartState.READY || state == PartState.STARTING) {
                return;
            }
            mine = ++order;
            state = PartState.STARTING;
        }
        long begin = System.nanoTime();
        try {
            launch(mine, begin, PartState.STARTING);
        } catch (RuntimeException e) {
            failed(mine, begin, e);
            throw e;
        }
    }

    /// SIGKILL; it stays away.
    void kill() {
        stop().ifPresent(Child::kill);
    }

    /// Asks it to end, and waits until it has; it stays away.
    void close() {
        stop().ifPresent(Child::close);
    }

    private Optional<Child> stop() {
        Optional<Child> last;
        synchronized (this) {
            order++;
            last = child;
            child = Optional.empty();
            notifyAll();
        }
        change(Optional.empty(), PartState.STOPPED, System.nanoTime());
        return last;
    }

    private void launch(int mine, long begin, PartState during) {
        tell(mine, during, begin, Optional.empty());
        Child spawned = launch.spawn();
        synchronized (this) {
            if (order == mine) {
                child = Optional.of(spawned);
            }
        }
        if (!current(mine)) {
            spawned.close();
            throw new IllegalStateException(part.title() + ": stopped while it started");
        }
        try {
            launch.settle(spawned);
        } catch (RuntimeException e) {
            spawned.close();
            throw e;
        }
        tell(mine, PartState.READY, begin, Optional.empty());
        var _ =
                spawned.ended()
                        .thenAcceptAsync(code -> ended(mine, code), Thread::startVirtualThread);
    }

    /// It was ready and is gone.
    private void ended(int mine, int code) {
        Duration pause = FIRST_PAUSE;
        String cause = part.title() + ": ended with code " + code;
        long begin = System.nanoTime();
        while (current(mine)) {
            synchronized (this) {
                restarts++;
            }
            tell(mine, PartState.RESTARTING, begin, Optional.of(cause));
            pause(mine, pause);
            if (!current(mine)) {
                return;
            }
            try {
                launch(mine, System.nanoTime(), PartState.RESTARTING);
                return;
            } catch (RuntimeException e) {
                cause = String.valueOf(e.getMessage());
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                                ? pause.multipliedBy(2)
                                : LONGEST_PAUSE;
            }
        }
    }

    private synchronized boolean current(int mine) {
        return order == mine;
    }

    private synchronized void pause(int mine, Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        try {
            for (long left = pause.toMillis(); left > 0 && order == mine; ) {
                wait(left);
                left = (end - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(int mine, long begin, RuntimeException e) {
        tell(mine, PartState.FAILED, begin, Optional.of(String.valueOf(e.getMessage())));
    }

    private void tell(int mine, PartState next, long begin, Optional<String> why) {
        if (current(mine)) {
            change(why, next, begin);
        }
    }

    private void change(Optional<String> why, PartState next, long begin) {
        synchronized (this) {
            state = next;
            since = Instant.now();
            if (why.isPresent()) {
                failure = why;
            }
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        listener.accept(new PartProgress(part, next, elapsed, why));
    }
}
