package dev.monkeycoder.provider.call.client;

import dev.monkeycoder.kit.work.WorkSettings;
import dev.monkeycoder.kit.work.store.WorkQueue;
import dev.monkeycoder.provider.ModelSettings;
import dev.monkeycoder.provider.call.store.Ledger;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Starts the work on accepted calls, and the clearing of old books.
@ApplicationScoped
public class WorkStart {
    private static final Logger LOG = Logger.getLogger(WorkStart.class);
    private static final Duration FORGET = Duration.ofHours(1);

    private final WorkQueue queue;
    private final ModelWorker worker;
    private final Ledger ledger;
    private final Vertx vertx;
    private final ModelSettings settings;

    WorkStart(
            WorkQueue queue,
            ModelWorker worker,
            Ledger ledger,
            Vertx vertx,
            ModelSettings settings) {
        this.queue = queue;
        this.worker = worker;
        this.ledger = ledger;
        this.vertx = vertx;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        var call = settings.call();
        queue.start(worker, new WorkSettings(call.inFlight(), call.attempts(), call.lease()));
        vertx.setPeriodic(FORGET.toMillis(), _ -> forget());
    }

    private void forget() {
        ledger.forget()
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.warnf("old bookings were not forgotten error=%s", failure));
    }
}
