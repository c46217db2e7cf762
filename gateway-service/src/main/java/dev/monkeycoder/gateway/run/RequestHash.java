package dev.monkeycoder.gateway.run;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// SHA-256 of a JSON value whatever its spacing, order of fields and way of writing numbers: two
/// requests are the same when theirs are. A field that is null counts as absent, as it does where
/// requests are read.
public final class RequestHash {
    private RequestHash() {}

    /// @return 64 hex digits
    public static String of(Map<?, ?> json) {
        var text = new StringBuilder();
        write(json, text);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: missing (expected: every JDK has it)", e);
        }
    }

    /// Strings carry their length, so that no two values read the same.
    private static void write(@Nullable Object value, StringBuilder text) {
        switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((name, field) -> {
                    if (field != null) {
                        sorted.put(String.valueOf(name), field);
                    }
                });
                text.append('{');
                sorted.forEach((name, field) -> {
                    write(name, text);
                    write(field, text);
                });
                text.append('}');
            }
            case List<?> list -> {
                text.append('[');
                list.forEach(element -> write(element, text));
                text.append(']');
            }
            case String string ->
                    text.append('"').append(string.length()).append(':').append(string);
            case Number number ->
                    text.append('#')
                            .append(new BigDecimal(number.toString()).stripTrailingZeros())
                            .append(';');
            case null -> text.append("~");
            case Object other -> text.append('!').append(other).append(';');
        }
    }
}
