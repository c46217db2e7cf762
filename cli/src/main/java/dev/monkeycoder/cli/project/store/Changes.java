package dev.monkeycoder.cli.project.store;

import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.project.Application.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Writes changes to a project. All new content is on disk before the first file is replaced, each
/// by one atomic move; when a move fails, the files before it get their old content back.
public final class Changes {
    private final Path root;

    public Changes(Path root) {
        this.root = root;
    }

    private record Staged(Change change, Path target, Optional<Path> fresh, Optional<Path> old) {}

    public void write(List<Change> changes) {
        var staged = new ArrayList<Staged>();
        var done = new ArrayList<Staged>();
        try {
            for (var change : changes) {
                staged.add(stage(change));
            }
            for (var one : staged) {
                put(one);
                done.add(one);
            }
        } catch (IOException e) {
            done.reversed().forEach(Changes::undo);
            throw new UncheckedIOException(e);
        } finally {
            staged.forEach(Changes::tidy);
        }
    }

    private Staged stage(Change change) throws IOException {
        var target = root.resolve(change.path());
        var folder = Objects.requireNonNull(target.getParent(), "a path below the root");
        var old = Optional.<Path>empty();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            var copy = Files.createTempFile(folder, ".monkey-", ".old");
            Files.copy(
                    target,
                    copy,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            old = Optional.of(copy);
        }
        return switch (change) {
            case Change.Delete _ -> new Staged(change, target, Optional.empty(), old);
            case Change.Write(_, var text, var executable) -> {
                Files.createDirectories(folder);
                var fresh = Files.createTempFile(folder, ".monkey-", ".new");
                Files.write(fresh, UnifiedDiff.bytes(text));
                mode(fresh, target, executable);
                yield new Staged(change, target, Optional.of(fresh), old);
            }
        };
    }

    private static void put(Staged one) throws IOException {
        if (one.fresh().isPresent()) {
            Files.move(one.fresh().get(), one.target(), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(one.target());
        }
    }

    /// The old file's permissions, or those of any new file; the diff decides who may execute it.
    private static void mode(Path fresh, Path target, Optional<Boolean> executable)
            throws IOException {
        var view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> mode =
                Files.exists(target)
                        ? EnumSet.copyOf(Files.getPosixFilePermissions(target))
                        : EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
        var execute =
                Set.of(
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE);
        executable.ifPresent(is -> {
            if (is) {
                mode.addAll(execute);
            } else {
                mode.removeAll(execute);
            }
        });
        view.setPermissions(mode);
    }

    private static void undo(Staged one) {
        try {
            if (one.old().isPresent()) {
                Files.move(one.old().get(), one.target(), StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(one.target());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not restored: " + one.target(), e);
        }
    }

    private static void tidy(Staged one) {
        try {
            if (one.fresh().isPresent()) {
                Files.deleteIfExists(one.fresh().get());
            }
            if (one.old().isPresent()) {
                Files.deleteIfExists(one.old().get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + one.target(), e);
        }
    }
}
