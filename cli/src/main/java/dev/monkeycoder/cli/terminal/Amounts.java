package dev.monkeycoder.cli.terminal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them, the same in every locale.
public final class Amounts {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Amounts() {}

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String tokens(long input, long output) {
        return count(input) + " in + " + count(output) + " out";
    }

    /// Micro-dollars as dollars, with four places, six when it is less than that shows.
    public static String money(long micros) {
        var places = micros != 0 && micros < 100 ? 6 : 4;
        return String.format(Locale.ROOT, "$%,." + places + "f", BigDecimal.valueOf(micros, 6));
    }

    public static String time(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(MINUTE) < 0) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    public static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
    }
}
