package dev.monkeycoder.provider.resilience.client;

import dev.monkeycoder.provider.ModelSettings;
import dev.monkeycoder.provider.chat.ChatFailure;
import dev.monkeycoder.provider.chat.ChatFailure.Cause;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.Exchange;
import dev.monkeycoder.provider.resilience.RetryPolicy;
import dev.monkeycoder.provider.vendor.Vendor;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// A breaker for each vendor. It learns how a stream ended, not that it opened: a vendor that cuts
/// each answer off is as ill as one that refuses.
@ApplicationScoped
public class Breakers {
    private static final Logger LOG = Logger.getLogger(Breakers.class);

    private final ModelSettings.Breaker settings;
    private final ConcurrentHashMap<Vendor, TypedGuard<Uni<Exchange>>> guards =
            new ConcurrentHashMap<>();

    Breakers(ModelSettings settings) {
        this.settings = settings.breaker();
    }

    /// Runs `exchange` unless the vendor is to be left alone; then nothing is sent and the exchange
    /// ends with [Cause#BREAKER_OPEN].
    public Uni<Exchange> guard(Vendor vendor, String model, Supplier<Uni<Exchange>> exchange) {
        return guards.computeIfAbsent(vendor, this::build)
                .get(() -> exchange.get().invoke(Breakers::throwIfUnwell))
                .onFailure(Unwell.class)
                .recoverWithItem(unwell -> unwell.exchange)
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(() -> Exchange.notSent(model, leftAlone(vendor)));
    }

    /// The state of the vendor's breaker; closed until it is first asked.
    public CircuitBreakerState state(Vendor vendor) {
        return guards.containsKey(vendor)
                ? CircuitBreakerMaintenance.get().currentState(name(vendor))
                : CircuitBreakerState.CLOSED;
    }

    private TypedGuard<Uni<Exchange>> build(Vendor vendor) {
        return TypedGuard.create(new TypeLiteral<Uni<Exchange>>() {})
                .withCircuitBreaker()
                .name(name(vendor))
                .failOn(Unwell.class)
                .requestVolumeThreshold(settings.streams())
                .failureRatio(settings.failures())
                .delay(settings.pause().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state ->
                        LOG.infof("breaker changed vendor=%s state=%s", vendor.wireName(), state))
                .done()
                .build();
    }

    private ChatFailure leftAlone(Vendor vendor) {
        return new ChatFailure(
                Cause.BREAKER_OPEN,
                vendor.wireName() + " failed so often lately that it is left alone for a while",
                Optional.of(settings.pause()));
    }

    private static String name(Vendor vendor) {
        return "vendor-" + vendor.wireName();
    }

    private static void throwIfUnwell(Exchange exchange) {
        if (exchange.ending() instanceof Ending.Broken(var failure)
                && RetryPolicy.blamesVendor(failure.cause())) {
            throw new Unwell(exchange);
        }
    }

    /// Tells the breaker of a failure and carries the exchange past it.
    private static final class Unwell extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Exchange exchange;

        private Unwell(Exchange exchange) {
            super("vendor is unwell", null, false, false);
            this.exchange = exchange;
        }
    }
}
