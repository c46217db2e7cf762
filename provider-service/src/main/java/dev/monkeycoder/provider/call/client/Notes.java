package dev.monkeycoder.provider.call.client;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.provider.call.store.Ledger;
import dev.monkeycoder.provider.chat.StreamEvent;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Notes in the books, now and then, how much of an answer has come: what the estimate of who takes
/// over is made of, should this process die. Used on one context only, but for the end of a note.
final class Notes {
    private static final Logger LOG = Logger.getLogger(Notes.class);
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Ledger ledger;
    private final CallId call;
    private final int attempt;
    private volatile boolean writing;
    private long notedAt = System.nanoTime();
    private int units;

    Notes(Ledger ledger, CallId call, int attempt) {
        this.ledger = ledger;
        this.call = call;
        this.attempt = attempt;
    }

    void came(StreamEvent event) {
        units += units(event);
        if (!writing && System.nanoTime() - notedAt > PAUSE_NANOS) {
            write();
        }
    }

    private void write() {
        writing = true;
        notedAt = System.nanoTime();
        ledger.note(call, attempt, units)
                .onTermination()
                .invoke(() -> writing = false)
                .subscribe()
                .with(
                        _ -> {},
                        failure ->
                                LOG.warnf(
                                        "progress was not noted run=%s error=%s",
                                        call.run(), failure));
    }

    private static int units(StreamEvent event) {
        return switch (event) {
            case StreamEvent.Text(var text) -> text.length();
            case StreamEvent.Reasoning(var text) -> text.length();
            case StreamEvent.ToolUsePart part -> part.name().length() + part.arguments().length();
            case StreamEvent.Began _,
                    StreamEvent.Counted _,
                    StreamEvent.Finished _,
                    StreamEvent.Done _,
                    StreamEvent.Broke _ ->
                    0;
        };
    }
}
