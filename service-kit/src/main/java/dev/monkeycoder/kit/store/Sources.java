package dev.monkeycoder.kit.store;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.monkeycoder.kit.event.IdSource;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The clock and the ids of a running service.
final class Sources {
    @Produces
    @DefaultBean
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @DefaultBean
    @Singleton
    IdSource ids() {
        return UuidCreator::getTimeOrderedEpoch;
    }
}
