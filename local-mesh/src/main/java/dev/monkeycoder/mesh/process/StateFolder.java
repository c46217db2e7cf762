package dev.monkeycoder.mesh.process;

import dev.monkeycoder.mesh.MeshConfig;
import dev.monkeycoder.mesh.MeshFile;
import dev.monkeycoder.mesh.Part;
import dev.monkeycoder.mesh.Secrets;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The folder of one mesh: who holds its lock runs the mesh. Secrets can be read by their owner
/// only.
public final class StateFolder implements AutoCloseable {
    private static final long LOG_BYTES = 16L * 1024 * 1024;
    private static final String MESH = "mesh.json";

    private final Path folder;
    private final FileChannel lock;

    private StateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder for this JVM; makes it when it is not there.
    ///
    /// @throws IllegalStateException when another process has it
    public static StateFolder taken(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel = channel(folder);
            if (!lock(channel)) {
                channel.close();
                throw new IllegalStateException(
                        folder + ": a mesh is up already (expected: none, or another folder)");
            }
            return new StateFolder(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not usable", e);
        }
    }

    /// The mesh that runs in a folder now; empty when none does.
    public static Optional<MeshFile> running(Path folder) {
        if (!Files.exists(folder.resolve(MESH)) || !held(folder)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MeshFile.of(Files.readString(folder.resolve(MESH))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Asks the mesh of a folder to end (SIGTERM), and waits until it has.
    ///
    /// @return whether none is left
    public static boolean end(Path folder, Duration atMost) {
        Optional<ProcessHandle> supervisor =
                running(folder).map(MeshFile::pid).flatMap(ProcessHandle::of);
        if (supervisor.isEmpty()) {
            return true;
        }
        supervisor.get().destroy();
        try {
            supervisor.get().onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Those that are there, completed by new ones.
    public Secrets secrets() {
        Path file = folder.resolve("secrets");
        Properties kept = new Properties();
        try {
            if (Files.exists(file)) {
                kept.load(new StringReader(Files.readString(file)));
            }
            Map<String, String> known =
                    kept.stringPropertyNames().stream()
                            .collect(Collectors.toMap(name -> name, kept::getProperty));
            Secrets secrets = Secrets.completed(known, new SecureRandom());
            String lines =
                    secrets.values().entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue() + "\n")
                            .sorted()
                            .collect(Collectors.joining());
            write(file, lines);
            write(folder.resolve("key"), secrets.apiKey() + "\n");
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": not usable", e);
        }
    }

    /// Puts logs that have grown large aside; one older one of each is kept.
    public void turnLogs(MeshConfig config) {
        for (Part part : Part.values()) {
            Path log = config.log(part);
            try {
                if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".1"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(log + ": not moved", e);
            }
        }
    }

    /// Tells other processes.
    public synchronized void publish(MeshFile mesh) {
        try {
            if (lock.isOpen()) {
                write(folder.resolve(MESH), mesh.toJson());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(MESH) + ": not written", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            Files.deleteIfExists(folder.resolve(MESH));
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": not left", e);
        }
    }

    private static boolean held(Path folder) {
        try (FileChannel channel = channel(folder)) {
            return !lock(channel);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // held within this JVM
            return false;
        }
    }

    private static FileChannel channel(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /// Whole or not at all, and never readable by others in between.
    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
