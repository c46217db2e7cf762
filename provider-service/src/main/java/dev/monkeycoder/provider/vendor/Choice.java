package dev.monkeycoder.provider.vendor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which vendor and model a request is for.
///
/// `vendor/model` names both. A bare model goes to a vendor that is known to have it, preferred
/// vendors first, then in the table's order; when none is known to have it, to the first preferred
/// one, else to the first configured one. Without a model: `MONKEY_MODEL`, else the default of the
/// first vendor, preferred ones first, that has one.
public sealed interface Choice {

    record Chosen(ConfiguredVendor vendor, String model) implements Choice {}

    /// Nobody can be asked; `detail` says which variable to set.
    record Refused(String detail) implements Choice {}

    static Choice choose(Vendors vendors, Optional<String> model, List<String> preferredVendors) {
        if (vendors.configured().isEmpty()) {
            return new Refused("no model is configured: set " + keys() + " or MONKEY_MODEL_URL");
        }
        var order = order(vendors, preferredVendors);
        return model.filter(name -> !name.isBlank())
                .or(vendors::defaultModel)
                .map(name -> named(vendors, name.strip(), order))
                .orElseGet(() -> byDefault(order));
    }

    private static List<ConfiguredVendor> order(Vendors vendors, List<String> preferred) {
        var order = new LinkedHashSet<ConfiguredVendor>();
        preferred.stream()
                .flatMap(name -> Vendor.named(name).stream())
                .flatMap(vendor -> vendors.find(vendor).stream())
                .forEach(order::add);
        order.addAll(vendors.configured());
        return List.copyOf(order);
    }

    private static Choice named(Vendors vendors, String name, List<ConfiguredVendor> order) {
        var slash = name.indexOf('/');
        if (slash < 0) {
            return bare(name, order);
        }
        var vendor = Vendor.named(name.substring(0, slash));
        var rest = name.substring(slash + 1);
        if (vendor.isEmpty()) {
            return foreignSlash(name, order);
        }
        if (rest.isBlank()) {
            return new Refused("model: " + name + " names no model (expected: vendor/model)");
        }
        return vendors.find(vendor.get())
                .<Choice>map(found -> new Chosen(found, rest))
                .orElseGet(() -> notConfigured(vendor.get()));
    }

    private static Choice bare(String name, List<ConfiguredVendor> order) {
        var known = order.stream().filter(entry -> entry.vendor().has(name)).findFirst();
        return new Chosen(known.orElse(order.getFirst()), name);
    }

    /// `meta-llama/llama-4`: what stands before the slash is no vendor of ours, but may belong to
    /// the model's name.
    private static Choice foreignSlash(String name, List<ConfiguredVendor> order) {
        return order.stream()
                .filter(entry -> entry.vendor().has(name) || entry.vendor() == Vendor.COMPATIBLE)
                .findFirst()
                .<Choice>map(found -> new Chosen(found, name))
                .orElseGet(() ->
                        new Refused(
                                "model: "
                                        + name
                                        + " names an unknown vendor (expected one of "
                                        + names(Stream.of(Vendor.values()))
                                        + "; set MONKEY_MODEL_URL for any other server)"));
    }

    private static Choice byDefault(List<ConfiguredVendor> order) {
        return order.stream()
                .flatMap(entry ->
                        entry
                                .vendor()
                                .defaultModel()
                                .map(model -> new Chosen(entry, model))
                                .stream())
                .findFirst()
                .<Choice>map(chosen -> chosen)
                .orElseGet(() ->
                        new Refused(
                                "no model was named: set MONKEY_MODEL to one that the server at"
                                        + " MONKEY_MODEL_URL has"));
    }

    private static Choice notConfigured(Vendor vendor) {
        return new Refused(
                "vendor "
                        + vendor.wireName()
                        + " is not configured: set "
                        + vendor.decisiveVariable());
    }

    private static String names(Stream<Vendor> vendors) {
        return vendors.map(Vendor::wireName).collect(Collectors.joining(", "));
    }

    private static String keys() {
        return Stream.of(Vendor.values())
                .filter(vendor -> vendor.publicAddress().isPresent())
                .map(Vendor::decisiveVariable)
                .collect(Collectors.joining(", "));
    }
}
