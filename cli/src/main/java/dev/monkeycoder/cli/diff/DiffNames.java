package dev.monkeycoder.cli.diff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Paths in a diff's header. Git quotes a path with unusual bytes as C does: `"a/na\303\257ve"`.
record DiffNames(String before, String after) {
    /// The two names of `diff --git a/x b/x`. Where they hold spaces and are not quoted, only equal
    /// names can be told apart; a rename says its names in lines of their own.
    static DiffNames ofHeader(String line) {
        var rest = line.substring("diff --git ".length());
        if (rest.startsWith("\"")) {
            var end = closing(rest);
            return named(
                    rest.substring(0, end + 1), rest.substring(Math.min(rest.length(), end + 2)));
        }
        var quoted = rest.indexOf(" \"");
        if (quoted > 0) {
            return named(rest.substring(0, quoted), rest.substring(quoted + 1));
        }
        var middle = (rest.length() - 1) / 2;
        if (rest.length() % 2 == 1
                && rest.charAt(middle) == ' '
                && rest.substring(Math.min(2, middle), middle)
                        .equals(rest.substring(Math.min(rest.length(), middle + 3)))) {
            return named(rest.substring(0, middle), rest.substring(middle + 1));
        }
        var split = rest.indexOf(" b/");
        if (split < 0) {
            throw new UnreadableDiff(line + " (expected: diff --git a/path b/path)");
        }
        return named(rest.substring(0, split), rest.substring(split + 1));
    }

    private static DiffNames named(String before, String after) {
        return new DiffNames(without("a/", decoded(before)), without("b/", decoded(after)));
    }

    static String without(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /// Takes the quotes off and decodes the bytes as UTF-8.
    static String decoded(String name) {
        if (!name.startsWith("\"")) {
            return utf8(UnifiedDiff.bytes(name));
        }
        var bytes = new ByteArrayOutputStream();
        for (var at = 1; at < name.length() - 1; at++) {
            if (name.charAt(at) != '\\') {
                bytes.write(name.charAt(at));
            } else if (Character.digit(name.charAt(at + 1), 8) >= 0) {
                bytes.write(Integer.parseInt(name.substring(at + 1, at + 4), 8));
                at += 3;
            } else {
                bytes.write(escaped(name.charAt(at + 1)));
                at++;
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'a' -> 7;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> 11;
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    private static int closing(String quoted) {
        for (var at = 1; at < quoted.length(); at++) {
            if (quoted.charAt(at) == '\\') {
                at++;
            } else if (quoted.charAt(at) == '"') {
                return at;
            }
        }
        throw new UnreadableDiff(quoted + " (expected: a closing quote)");
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
