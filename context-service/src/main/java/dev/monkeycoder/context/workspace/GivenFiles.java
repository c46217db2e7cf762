package dev.monkeycoder.context.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.monkeycoder.events.RunSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files that a run brings along instead of a workspace. Here nothing is left out silently: a
/// file that can't be taken refuses them all.
public final class GivenFiles {
    private GivenFiles() {}

    public sealed interface Reading {
        /// @param files by their content's hash and size, as a manifest has them
        /// @param contents the bytes of each
        record Good(List<FileEntry> files, Map<ContentHash, byte[]> contents) implements Reading {
            public Good {
                files = List.copyOf(files);
                contents = Map.copyOf(contents);
            }
        }

        /// @param reason one sentence for people
        record Bad(String reason) implements Reading {}
    }

    public static Reading read(List<RunSpec.File> given, ArchiveLimits limits) {
        if (given.size() > limits.files()) {
            return new Reading.Bad("There are more than " + limits.files() + " files.");
        }
        var files = new LinkedHashMap<WorkspacePath, FileEntry>();
        var contents = new LinkedHashMap<ContentHash, byte[]>();
        for (var file : given) {
            var bad = refusal(file.path());
            if (bad.isPresent()) {
                return new Reading.Bad(bad.get());
            }
            var path = ((WorkspacePath.Reading.Good) WorkspacePath.read(file.path())).path();
            var content = file.content().getBytes(UTF_8);
            var entry = FileEntry.of(path, false, content);
            if (files.put(path, entry) != null) {
                return new Reading.Bad("The file " + path + " is given twice.");
            }
            contents.put(entry.hash(), content);
        }
        return overLimit(files.values(), limits)
                .or(() -> fileAndFolder(files.keySet()))
                .<Reading>map(Reading.Bad::new)
                .orElseGet(() -> new Reading.Good(List.copyOf(files.values()), contents));
    }

    private static Optional<String> refusal(String name) {
        return switch (WorkspacePath.read(name)) {
            case WorkspacePath.Reading.Bad(var reason) ->
                    Optional.of("The path of a given file " + reason + ".");
            case WorkspacePath.Reading.Good good when good.isRoot() ->
                    Optional.of("The path of a given file names no file.");
            case WorkspacePath.Reading.Good good ->
                    Exclusions.of(good.path()).map(Exclusions.Exclusion::sentence);
        };
    }

    private static Optional<String> overLimit(Collection<FileEntry> files, ArchiveLimits limits) {
        return files.stream()
                .filter(file -> file.size() > limits.fileBytes())
                .findFirst()
                .map(file ->
                        "The file "
                                + file.path()
                                + " is larger than "
                                + limits.fileBytes()
                                + " bytes.")
                .or(() ->
                        files.stream().mapToLong(FileEntry::size).sum() > limits.totalBytes()
                                ? Optional.of(
                                        "The files are larger than "
                                                + limits.totalBytes()
                                                + " bytes together.")
                                : Optional.empty());
    }

    private static Optional<String> fileAndFolder(Set<WorkspacePath> files) {
        return files.stream()
                .flatMap(path -> path.foldersAbove().stream())
                .filter(files::contains)
                .findFirst()
                .map(path -> path + " is both a file and a folder.");
    }
}
