package dev.monkeycoder.kit.health;

import java.util.Set;

/// One way into a service, and the parts that it can't work without.
public record Door(String name, Set<String> parts) {
    public Door {
        parts = Set.copyOf(parts);
    }
}
