package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Where a file lies in a workspace: relative, `/` between names, never out of it.
///
/// There is no way to make one that leaves the workspace: [#read] is for names that others wrote,
/// the constructor for names that were read before.
public record WorkspacePath(String value) implements Comparable<WorkspacePath> {
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_BYTES_OF_A_NAME = 255;

    public WorkspacePath {
        if (!(read(value) instanceof Reading.Good(var names))
                || !String.join("/", names).equals(value)) {
            throw new IllegalArgumentException(
                    "path: " + value + " (expected: relative and canonical)");
        }
    }

    /// What became of a name that somebody else wrote.
    public sealed interface Reading {
        /// @param names folder names and last the file's; empty for the workspace itself (`.`)
        record Good(List<String> names) implements Reading {
            public Good {
                names = List.copyOf(names);
            }

            public boolean isRoot() {
                return names.isEmpty();
            }

            /// @throws IllegalArgumentException for the workspace itself
            public WorkspacePath path() {
                return new WorkspacePath(String.join("/", names));
            }
        }

        /// @param reason what is wrong, to be read after the name
        record Bad(String reason) implements Reading {}
    }

    /// Reads a name from an archive or a model. Names of `.` and empty names are left out.
    public static Reading read(String text) {
        if (text.isEmpty()) {
            return new Reading.Bad("is empty");
        }
        if (text.length() > MOST_CHARACTERS) {
            return new Reading.Bad("is longer than " + MOST_CHARACTERS + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return new Reading.Bad("has a control character");
        }
        if (text.indexOf('\\') >= 0) {
            return new Reading.Bad("has a backslash (names are separated by '/')");
        }
        if (text.startsWith("/")) {
            return new Reading.Bad("is absolute (expected: relative to the workspace)");
        }
        if (text.length() > 1 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0))) {
            return new Reading.Bad("starts with a drive letter");
        }
        return readNames(text);
    }

    private static Reading readNames(String text) {
        var names = new ArrayList<String>();
        for (var name : text.split("/", -1)) {
            if (name.equals("..")) {
                return new Reading.Bad("leaves its folder ('..')");
            }
            if (name.getBytes(UTF_8).length > MOST_BYTES_OF_A_NAME) {
                return new Reading.Bad("has a name longer than " + MOST_BYTES_OF_A_NAME + " bytes");
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return new Reading.Good(names);
    }

    /// The last name, without its folders.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /// The folder with a `/` at its end; empty for a file at the top.
    public String folder() {
        return value.substring(0, value.lastIndexOf('/') + 1);
    }

    public List<String> names() {
        return List.of(value.split("/", -1));
    }

    /// The folders that this lies in, the outermost first.
    public List<WorkspacePath> foldersAbove() {
        return IntStream.range(0, value.length())
                .filter(at -> value.charAt(at) == '/')
                .mapToObj(at -> new WorkspacePath(value.substring(0, at)))
                .toList();
    }

    /// Whether this lies somewhere below `folder`.
    public boolean isBelow(WorkspacePath folder) {
        return value.startsWith(folder.value + "/");
    }

    @Override
    public int compareTo(WorkspacePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
