package dev.monkeycoder.cli.project.store;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.project.Application.Present;
import dev.monkeycoder.cli.project.BuildFolders;
import dev.monkeycoder.cli.project.Hash;
import dev.monkeycoder.cli.project.UploadedFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// A project on disk.
public final class ProjectFolder {
    private final Path root;

    private ProjectFolder(Path root) {
        this.root = root;
    }

    /// @throws Stop when there is no such folder
    public static ProjectFolder at(Path root) {
        try {
            return new ProjectFolder(root.toRealPath());
        } catch (IOException _) {
            throw Stop.with(Exit.USAGE, "project: " + root + " is not a folder that can be read");
        }
    }

    public Path root() {
        return root;
    }

    /// The files that belong to the project, sorted: what git tracks or would add, or where there
    /// is no git, all but what builds and tools make. No links and no folders.
    public List<String> files() {
        return listed().orElseGet(this::walked).stream()
                .filter(path -> Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS))
                .filter(path -> !behindLink(path))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<List<String>> listed() {
        try {
            var git =
                    new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
                            .directory(root.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            git.getOutputStream().close();
            var out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0
                    ? Optional.of(
                            Stream.of(out.split("\0")).filter(path -> !path.isEmpty()).toList())
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    private List<String> walked() {
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(
                    root,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return !folder.equals(root)
                                            && BuildFolders.skipped(
                                                    String.valueOf(folder.getFileName()))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            found.add(root.relativize(file).toString());
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Writes the files into a tar, and says what was in it. The hashes are of the bytes that were
    /// packed, also when a file changes at that moment.
    public UploadedFiles pack(List<String> files, Path archive) {
        var hashes = new TreeMap<String, String>();
        try (var tar =
                new TarArchiveOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(archive)), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (var path : files) {
                var file = root.resolve(path);
                var content = Files.readAllBytes(file);
                var entry = new TarArchiveEntry(path);
                entry.setSize(content.length);
                entry.setMode(Files.isExecutable(file) ? 0100755 : 0100644);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
                hashes.put(path, Hash.of(content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UploadedFiles(hashes);
    }

    /// What stands at a path now.
    public Present now(String path) {
        var file = root.resolve(path);
        try {
            if (Files.isSymbolicLink(file) || behindLink(path)) {
                return new Present.Other("a symbolic link or behind one");
            }
            if (Files.isRegularFile(file)) {
                return new Present.File(UnifiedDiff.text(Files.readAllBytes(file)));
            }
            return Files.exists(file)
                    ? new Present.Other("not a regular file")
                    : new Present.Nothing();
        } catch (IOException e) {
            return new Present.Other("not readable: " + e.getMessage());
        }
    }

    private boolean behindLink(String path) {
        for (var at = root.resolve(path).getParent();
                at != null && !at.equals(root);
                at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }
}
