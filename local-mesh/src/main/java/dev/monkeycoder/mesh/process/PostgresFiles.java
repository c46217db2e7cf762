package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.Checkout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once beside their archive.
final class PostgresFiles {
    private PostgresFiles() {}

    /// The folder with `bin/postgres`. Several processes may ask at once: one unpacks, the others
    /// wait.
    static Path unpacked(Checkout checkout) {
        Path folder = checkout.postgres();
        Path archive = archive(folder);
        Path unpacked = folder.resolve(archive.getFileName().toString().replace(".txz", ""));
        Path done = unpacked.resolve(".done");
        try (FileChannel lock =
                        FileChannel.open(
                                folder.resolve(".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            if (!Files.exists(done)) {
                unpack(archive, unpacked);
                Files.createFile(done);
            }
            return unpacked;
        } catch (IOException e) {
            throw new UncheckedIOException(archive + ": not unpacked", e);
        }
    }

    private static Path archive(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    folder
                                            + ": no archive (expected: module local-mesh is"
                                            + " built)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(entry.getName() + ": outside of the archive's folder");
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolveSibling("."));
        Files.deleteIfExists(path);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & 0b001_000_000) != 0) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
