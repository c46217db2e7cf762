package dev.monkeycoder.provider.resilience.rest;

import dev.monkeycoder.provider.resilience.client.Breakers;
import dev.monkeycoder.provider.resilience.rest.VendorList.Entry;
import dev.monkeycoder.provider.resilience.rest.VendorList.Target;
import dev.monkeycoder.provider.vendor.Choice;
import dev.monkeycoder.provider.vendor.ConfiguredVendor;
import dev.monkeycoder.provider.vendor.Vendor;
import dev.monkeycoder.provider.vendor.Vendors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which vendors there are and how they fare. Neither keys nor addresses are told.
@Path("/internal/vendors")
public class VendorsResource {
    private final Vendors vendors;
    private final Breakers breakers;

    VendorsResource(Vendors vendors, Breakers breakers) {
        this.vendors = vendors;
        this.breakers = breakers;
    }

    @GET
    @RolesAllowed("runs:read")
    public VendorList list() {
        var entries = vendors.configured().stream().map(this::entry).toList();
        return switch (Choice.choose(vendors, Optional.empty(), List.of())) {
            case Choice.Chosen(var vendor, var model) ->
                    new VendorList(
                            entries,
                            Optional.of(new Target(vendor.vendor().wireName(), model)),
                            Optional.empty());
            case Choice.Refused(var detail) ->
                    new VendorList(entries, Optional.empty(), Optional.of(detail));
        };
    }

    private Entry entry(ConfiguredVendor configured) {
        var vendor = configured.vendor();
        return new Entry(
                vendor.wireName(),
                vendor.defaultModel(),
                breakers.state(vendor).name().toLowerCase(Locale.ROOT),
                vendor == Vendor.SIMULATOR);
    }
}
