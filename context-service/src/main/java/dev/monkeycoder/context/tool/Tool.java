package dev.monkeycoder.context.tool;

import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.List;
import java.util.Optional;

/// A use of a tool whose arguments were understood. `tools.yaml` tells models of the same tools.
public sealed interface Tool {
    /// @param path the folder; absent: the whole workspace
    record ListFiles(Optional<WorkspacePath> path) implements Tool {}

    /// @param startLine counted from 1
    /// @param endLine itself included; absent: the end of the file
    record ReadFile(WorkspacePath path, int startLine, Optional<Integer> endLine) implements Tool {}

    /// @param path a folder or file; absent: the whole workspace
    record SearchFiles(Query query, Optional<WorkspacePath> path) implements Tool {}

    record WriteFile(WorkspacePath path, String content) implements Tool {}

    String LIST_FILES = "list_files";
    String READ_FILE = "read_file";
    String SEARCH_FILES = "search_files";
    String WRITE_FILE = "write_file";
    List<String> NAMES = List.of(LIST_FILES, READ_FILE, SEARCH_FILES, WRITE_FILE);
}
