package dev.monkeycoder.provider.price.trace;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.price.PriceTable;
import dev.monkeycoder.provider.price.store.PriceFile;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Turns tokens into money. A model without a price costs nothing, is logged once, and is counted.
@ApplicationScoped
public class PriceBook {
    private static final Logger LOG = Logger.getLogger(PriceBook.class);

    private final PriceTable table = PriceFile.builtIn();
    private final Set<String> unpriced = ConcurrentHashMap.newKeySet();

    PriceBook(MeterRegistry meters) {
        meters.gauge("monkey_unpriced_models", unpriced, Set::size);
    }

    /// @param answered the model's name as the vendor gave it
    /// @param asked the model's name as it was asked, which may be an alias
    public Money cost(String vendor, String answered, String asked, Usage usage) {
        return table.price(vendor, answered, usage.input())
                .or(() -> table.price(vendor, asked, usage.input()))
                .map(price -> price.cost(usage))
                .orElseGet(() -> unpriced(vendor, answered));
    }

    private Money unpriced(String vendor, String model) {
        if (unpriced.add(vendor + "/" + model)) {
            LOG.warnf(
                    "model is unpriced vendor=%s model=%s table=%s",
                    vendor, model, table.version());
        }
        return Money.ZERO;
    }
}
