package dev.monkeycoder.simulator.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The faults that are still to come. Orders are served first come, first served; each serves as
/// many requests as it says. Safe for threads.
public final class Faults {
    /// How many different directives are remembered.
    static final int REMEMBERED = 10_000;

    private final List<FaultOrder> orders = new ArrayList<>();
    private final Map<String, Integer> struck =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    public synchronized void order(FaultOrder order) {
        orders.add(order);
    }

    /// The orders that are not used up, with what is left of each.
    public synchronized List<FaultOrder> open() {
        return List.copyOf(orders);
    }

    /// Forgets every order, and how often each directive has struck.
    public synchronized void clear() {
        orders.clear();
        struck.clear();
    }

    /// The fault of the next request for `model`, of the orders.
    public synchronized Optional<Fault> next(String model) {
        for (int i = 0; i < orders.size(); i++) {
            FaultOrder order = orders.get(i);
            if (order.concerns(model)) {
                orders.remove(i);
                if (order.times() > 1) {
                    orders.add(i, new FaultOrder(order.model(), order.fault(), order.times() - 1));
                }
                return Optional.of(order.fault());
            }
        }
        return Optional.empty();
    }

    /// Whether a fault that the request itself asks for still strikes: as often as `times` for one
    /// `directive` text.
    public synchronized boolean strikes(String directive, int times) {
        return struck.merge(directive, 1, Integer::sum) <= times;
    }
}
