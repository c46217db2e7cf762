package dev.monkeycoder.provider.openai.client;

import io.vertx.core.Vertx;
import java.time.Duration;

/// Calls out when something does not come in time. Expecting anew costs no timer: a stream does it
/// for every chunk. Used on one context only.
final class Watch {
    private final Vertx vertx;
    private final Runnable late;
    private long due;
    private long timer = -1;
    private boolean stopped;

    Watch(Vertx vertx, Runnable late) {
        this.vertx = vertx;
        this.late = late;
    }

    /// Puts the end of patience at `patience` from now.
    void expectWithin(Duration patience) {
        var before = due;
        due = System.nanoTime() + patience.toNanos();
        if (timer < 0) {
            arm(patience.toNanos());
        } else if (due - before < 0) {
            vertx.cancelTimer(timer);
            arm(patience.toNanos());
        }
    }

    void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
    }

    private void arm(long nanos) {
        timer = vertx.setTimer(Math.max(1, nanos / 1_000_000 + 1), _ -> look());
    }

    private void look() {
        var left = due - System.nanoTime();
        if (stopped) {
            return;
        }
        if (left <= 0) {
            late.run();
        } else {
            arm(left);
        }
    }
}
