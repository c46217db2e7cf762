package dev.monkeycoder.context.workspace;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// All files of one version of a workspace, in the order of their paths.
public record Manifest(NavigableMap<WorkspacePath, FileEntry> entries) {
    public static final Manifest EMPTY = new Manifest(Collections.emptyNavigableMap());

    public Manifest {
        entries = Collections.unmodifiableNavigableMap(new TreeMap<>(entries));
    }

    /// A later entry of the same path replaces an earlier one.
    public static Manifest of(Collection<FileEntry> files) {
        var entries = new TreeMap<WorkspacePath, FileEntry>();
        files.forEach(file -> entries.put(file.path(), file));
        return new Manifest(entries);
    }

    public Optional<FileEntry> at(WorkspacePath path) {
        return Optional.ofNullable(entries.get(path));
    }

    public List<FileEntry> files() {
        return List.copyOf(entries.values());
    }

    /// The file of that path, or all files below the folder of that path.
    public List<FileEntry> within(WorkspacePath path) {
        return entries.tailMap(path, true).values().stream()
                .takeWhile(file -> file.path().value().startsWith(path.value()))
                .filter(file -> file.path().equals(path) || file.path().isBelow(path))
                .toList();
    }

    public boolean hasFolder(WorkspacePath path) {
        var inside = entries.ceilingKey(new WorkspacePath(path + "/ "));
        return inside != null && inside.isBelow(path);
    }

    /// The sum of all sizes, in bytes.
    public long bytes() {
        return entries.values().stream().mapToLong(FileEntry::size).sum();
    }

    /// What has to change to get from here to `after`, in the order of the paths.
    public List<FileChange> changesTo(Manifest after) {
        var paths = new TreeSet<>(entries.keySet());
        paths.addAll(after.entries.keySet());
        return paths.stream()
                .filter(path -> !at(path).equals(after.at(path)))
                .map(path -> new FileChange(at(path), after.at(path)))
                .toList();
    }
}
