package dev.monkeycoder.kit.event;

import java.util.UUID;

/// Where new ids come from: UUIDv7 in production, counted ones in tests.
@FunctionalInterface
public interface IdSource {
    UUID next();
}
