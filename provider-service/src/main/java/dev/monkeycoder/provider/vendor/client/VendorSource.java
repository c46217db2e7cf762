package dev.monkeycoder.provider.vendor.client;

import dev.monkeycoder.provider.vendor.Vendors;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/// The vendors of this process, by the variables of the table.
final class VendorSource {
    private static final Logger LOG = Logger.getLogger(VendorSource.class);

    @Produces
    @Singleton
    Vendors vendors(Config config) {
        return Vendors.of(name -> config.getOptionalValue(name, String.class));
    }

    /// Says at the start who can be asked; an address that is none ends the start.
    void start(@Observes StartupEvent event, Vendors vendors) {
        LOG.infof(
                "vendors are configured vendors=%s model=%s",
                vendors.configured().stream()
                        .map(entry -> entry.vendor().wireName())
                        .collect(Collectors.joining(",")),
                vendors.defaultModel().orElse(""));
    }
}
