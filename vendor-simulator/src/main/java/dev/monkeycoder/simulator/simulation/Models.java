package dev.monkeycoder.simulator.simulation;

import dev.monkeycoder.simulator.model.SimulatedModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The models that can be asked for, by name.
public final class Models {
    private final Map<String, SimulatedModel> byName = new LinkedHashMap<>();

    public Models(List<? extends SimulatedModel> models) {
        for (SimulatedModel model : models) {
            if (byName.putIfAbsent(model.name(), model) != null) {
                throw new IllegalArgumentException("two models of the name " + model.name());
            }
        }
    }

    public Optional<SimulatedModel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
