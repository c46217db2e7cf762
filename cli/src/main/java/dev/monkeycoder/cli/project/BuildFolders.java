package dev.monkeycoder.cli.project;

import java.util.Set;

/// Folders that hold what a build, a tool or an editor makes: they do not travel when git is not
/// there to say what belongs to the project.
public final class BuildFolders {
    private static final Set<String> NAMES =
            Set.of(
                    ".git",
                    ".hg",
                    ".svn",
                    "target",
                    "build",
                    "out",
                    "dist",
                    "node_modules",
                    ".gradle",
                    ".idea",
                    ".vscode",
                    ".venv",
                    "venv",
                    "__pycache__",
                    ".tox",
                    ".mypy_cache",
                    ".pytest_cache",
                    ".monkey",
                    ".cache",
                    "coverage");

    private BuildFolders() {}

    public static boolean skipped(String name) {
        return NAMES.contains(name);
    }
}
