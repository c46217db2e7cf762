package dev.monkeycoder.provider.resilience.rest;

import java.util.List;
import java.util.Optional;

/// The configured vendors, in the order in which they are chosen.
///
/// @param choice what is asked when a request names no model
/// @param problem why nothing can be asked then
public record VendorList(List<Entry> vendors, Optional<Target> choice, Optional<String> problem) {

    /// @param breaker `closed` (it is asked), `open` (left alone) or `half_open` (tried again)
    /// @param scripted whether its answers come from a script
    public record Entry(
            String vendor, Optional<String> defaultModel, String breaker, boolean scripted) {}

    public record Target(String vendor, String model) {}
}
