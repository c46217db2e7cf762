package dev.monkeycoder.provider.vendor;

import java.net.URI;
import java.util.Optional;

/// A vendor that can be asked: where, and with which key.
public record ConfiguredVendor(Vendor vendor, URI base, Optional<ApiKey> key) {

    public URI chatCompletions() {
        return URI.create(base.toString().replaceAll("/+$", "") + "/chat/completions");
    }

    /// Who answers at a traced address of ours may know the trace; no real vendor does.
    public boolean takesTrace() {
        return vendor == Vendor.SIMULATOR;
    }
}
