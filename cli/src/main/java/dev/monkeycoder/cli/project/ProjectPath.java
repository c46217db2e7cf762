package dev.monkeycoder.cli.project;

import java.util.List;
import java.util.stream.Stream;

/// A path of a diff, checked: it stays below the project's root and outside git's own folder.
public final class ProjectPath {
    private ProjectPath() {}

    public static boolean safe(String path) {
        var names = List.of(path.split("/", -1));
        return Stream.of("", ".", "..").noneMatch(names::contains)
                && names.stream().noneMatch(name -> name.equalsIgnoreCase(".git"))
                && path.indexOf('\0') < 0
                && path.indexOf('\\') < 0
                && !path.contains(":");
    }
}
