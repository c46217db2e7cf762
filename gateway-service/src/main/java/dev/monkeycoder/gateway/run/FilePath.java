package dev.monkeycoder.gateway.run;

import java.util.Optional;
import java.util.stream.Stream;

/// The rules for the path of a file that comes with a request: relative, with `/` between names,
/// and never out of its folder.
final class FilePath {
    private static final int LONGEST = 512;

    private FilePath() {}

    /// What is wrong with `path`; empty when nothing is.
    static Optional<String> fault(String path) {
        if (path.isBlank()) {
            return Optional.of("is empty");
        }
        if (path.length() > LONGEST) {
            return Optional.of("has " + path.length() + " characters (most: " + LONGEST + ")");
        }
        if (path.indexOf('\\') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has a backslash or control character");
        }
        return Stream.of(path.split("/", -1)).anyMatch(FilePath::leadsAway)
                ? Optional.of("is not relative, or has an empty name, . or .. in it")
                : Optional.empty();
    }

    private static boolean leadsAway(String name) {
        return name.isEmpty() || name.equals(".") || name.equals("..");
    }
}
