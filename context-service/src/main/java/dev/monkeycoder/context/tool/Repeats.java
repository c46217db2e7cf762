package dev.monkeycoder.context.tool;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/// Bounds what `{n}` makes of a regular expression: RE2 writes the repeated part out n times, and
/// repeats within repeats multiply.
final class Repeats {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");
    private static final long MOST = 10_000;

    private Repeats() {}

    static boolean isTooMany(String regex) {
        var product = 1L;
        var counts = COUNT.matcher(regex);
        while (counts.find()) {
            product *= Math.max(times(counts.group(1)), times(counts.group(2)));
            if (product > MOST) {
                return true;
            }
        }
        return false;
    }

    private static long times(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 1;
        }
        return digits.length() > 6 ? MOST + 1 : Math.max(1, Long.parseLong(digits));
    }
}
