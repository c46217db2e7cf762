package dev.monkeycoder.simulator.directive;

import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.play.Pace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settings of one request: `[[sim tokens=200 ttft_ms=50 tps=100 fault=429 retry_after=1 times=1]]`
/// in the last user message. Of several, the last counts. Every setting may be absent.
///
/// @param text the directive as it stands in the message; empty when there is none
public record Directive(String text, Map<String, String> settings) {
    public static final Directive NONE = new Directive("", Map.of());

    private static final Pattern FORM = Pattern.compile("\\[\\[sim\\b([^\\]]*)\\]\\]");
    private static final Set<String> NUMBERS =
            Set.of(
                    "tokens",
                    "ttft_ms",
                    "tps",
                    "tools",
                    "tool_steps",
                    "after_chunks",
                    "retry_after",
                    "times");
    private static final Set<String> WORDS = Set.of("tool", "fault", "id");
    private static final int MOST = 10_000_000;

    public Directive {
        settings = Map.copyOf(settings);
    }

    /// The last directive of a message, or [#NONE].
    ///
    /// @throws IllegalArgumentException for a directive that can't be read; the message names the
    ///   setting
    public static Directive in(String message) {
        Matcher forms = FORM.matcher(message);
        Directive last = NONE;
        while (forms.find()) {
            last = new Directive(forms.group(), settings(forms.group(1).strip()));
        }
        return last;
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : text.isEmpty() ? new String[0] : text.split("\\s+", -1)) {
            int equals = setting.indexOf('=');
            String name = equals < 0 ? setting : setting.substring(0, equals);
            String value = equals < 0 ? "" : setting.substring(equals + 1);
            check(name, value);
            settings.put(name, value);
        }
        return settings;
    }

    private static void check(String name, String value) {
        if (NUMBERS.contains(name)) {
            if (!value.matches("[0-9]{1,8}") || Integer.parseInt(value) > MOST) {
                throw new IllegalArgumentException(
                        name + ": " + value + " (expected: 0 to " + MOST + ")");
            }
            if (name.equals("times") && Integer.parseInt(value) == 0) {
                throw new IllegalArgumentException("times: 0 (expected: >= 1)");
            }
        } else if (!WORDS.contains(name)) {
            throw new IllegalArgumentException("unknown setting: " + name);
        } else if (name.equals("fault")) {
            Fault.Kind.named(value);
        }
    }

    /// A number, or what it is when it is absent.
    public int number(String name, int absent) {
        String value = settings.get(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    /// The tool that the synthetic model is to call.
    public Optional<String> tool() {
        return Optional.ofNullable(settings.get("tool"));
    }

    /// The pace, with what this directive says of it in place of `usual`.
    public Pace pace(Pace usual) {
        return new Pace(
                Duration.ofMillis(number("ttft_ms", (int) usual.firstToken().toMillis())),
                number("tps", usual.tokensPerSecond()));
    }

    /// Whether this directive sets anything of the pace: then nothing else may change it.
    public boolean setsPace() {
        return settings.containsKey("ttft_ms") || settings.containsKey("tps");
    }

    public Optional<Fault> fault() {
        return Optional.ofNullable(settings.get("fault"))
                .map(kind ->
                        new Fault(
                                Fault.Kind.named(kind),
                                number("after_chunks", Fault.DEFAULT_AFTER_CHUNKS),
                                Optional.ofNullable(settings.get("retry_after"))
                                        .map(seconds ->
                                                Duration.ofSeconds(Long.parseLong(seconds)))));
    }

    /// How many requests with this very directive get its fault.
    public int times() {
        return number("times", 1);
    }
}
