package dev.monkeycoder.cli.gateway;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// The base URL of a gateway, without a slash at its end.
public record Address(URI base) {
    /// @throws Stop when the text is no http or https URL
    public static Address of(String text) {
        var trimmed = text.strip().replaceAll("/+$", "");
        try {
            var uri = URI.create(trimmed);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return new Address(uri);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Stop.with(
                Exit.USAGE,
                "gateway URL: " + trimmed + " (expected: http://host:port or https://host)");
    }

    public URI at(String path) {
        return URI.create(base + path);
    }

    /// Credentials would travel readable to another machine.
    public boolean exposed() {
        var host = base.getHost();
        var loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return "http".equalsIgnoreCase(base.getScheme()) && !loopback;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
