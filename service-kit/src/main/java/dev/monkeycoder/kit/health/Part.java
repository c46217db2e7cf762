package dev.monkeycoder.kit.health;

import io.smallrye.mutiny.Uni;

/// Something that a service needs. A failed `Uni` means that it is not there.
public interface Part {
    String name();

    Uni<Void> probe();
}
