package dev.monkeycoder.auth.tenant;

import dev.monkeycoder.events.TenantId;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a tenant may be named.
public final class Tenants {
    /// What a name must look like, in words.
    public static final String RULE = "1 to 63 of a-z, 0-9 and -, not first or last a -";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private Tenants() {}

    /// The tenant of that name; empty when no tenant may be named so.
    public static Optional<TenantId> named(String text) {
        return NAME.matcher(text).matches() ? Optional.of(new TenantId(text)) : Optional.empty();
    }
}
