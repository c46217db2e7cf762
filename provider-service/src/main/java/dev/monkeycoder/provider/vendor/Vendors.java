package dev.monkeycoder.provider.vendor;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The configured vendors, in the table's order.
///
/// @param defaultModel what `MONKEY_MODEL` says
public record Vendors(List<ConfiguredVendor> configured, Optional<String> defaultModel) {
    /// The simulator takes any key, and wants one as real vendors do.
    private static final String SIMULATED_KEY = "simulated";

    public Vendors {
        configured = List.copyOf(configured);
    }

    /// @param variable a variable's value by its name; empty when it is not set
    /// @throws IllegalArgumentException when an address is not an http(s) URL
    public static Vendors of(Function<String, Optional<String>> variable) {
        Function<String, Optional<String>> set =
                name -> variable.apply(name).map(String::strip).filter(text -> !text.isEmpty());
        return new Vendors(
                Stream.of(Vendor.values()).flatMap(vendor -> configured(vendor, set)).toList(),
                set.apply("MONKEY_MODEL"));
    }

    public Optional<ConfiguredVendor> find(Vendor vendor) {
        return configured.stream().filter(entry -> entry.vendor() == vendor).findFirst();
    }

    private static Stream<ConfiguredVendor> configured(
            Vendor vendor, Function<String, Optional<String>> variable) {
        if (variable.apply(vendor.decisiveVariable()).isEmpty()) {
            return Stream.empty();
        }
        var key =
                vendor.keyVariable()
                        .map(variable)
                        .orElse(Optional.of(SIMULATED_KEY))
                        .map(ApiKey::new);
        return variable
                .apply(vendor.addressVariable())
                .or(vendor::publicAddress)
                .map(text -> new ConfiguredVendor(vendor, address(vendor, text), key))
                .stream();
    }

    private static URI address(Vendor vendor, String text) {
        try {
            var uri = URI.create(text);
            var scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(unusable(vendor, text), e);
        }
        throw new IllegalArgumentException(unusable(vendor, text));
    }

    private static String unusable(Vendor vendor, String text) {
        return vendor.addressVariable() + ": " + text + " (expected: an http or https URL)";
    }
}
