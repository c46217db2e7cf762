package dev.monkeycoder.gateway.run;

import java.util.Optional;
import java.util.regex.Pattern;

/// A client's own name for a request, so that sending it again does nothing again. It holds for the
/// tenant, for good.
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[!-~]{1,200}");

    /// Empty when `header` can't be one: 1 to 200 visible ASCII characters.
    public static Optional<IdempotencyKey> parse(String header) {
        return FORM.matcher(header).matches()
                ? Optional.of(new IdempotencyKey(header))
                : Optional.empty();
    }
}
