package dev.monkeycoder.context.workspace.store;

import dev.monkeycoder.context.workspace.ArchiveFormat;
import dev.monkeycoder.context.workspace.ArchiveLimits;
import dev.monkeycoder.context.workspace.ArchiveReader;
import dev.monkeycoder.context.workspace.ArchiveReader.Outcome;
import dev.monkeycoder.context.workspace.Batches;
import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An upload while it is on this machine's disk: the archive as it came, and what was kept of it.
/// Only a piece of either is in memory at a time. Both are gone when this is closed.
public final class Upload implements AutoCloseable {
    private final FileChannel archive;
    private final FileChannel kept;
    private final List<FileEntry> files = new ArrayList<>();
    private final Map<ContentHash, Place> places = new TreeMap<>();

    /// Where a content stands in `kept`.
    private record Place(ContentHash hash, long offset, int length) {}

    private Upload(FileChannel archive, FileChannel kept) {
        this.archive = archive;
        this.kept = kept;
    }

    public static Upload open() throws IOException {
        return new Upload(temporary(), temporary());
    }

    private static FileChannel temporary() throws IOException {
        return FileChannel.open(
                Files.createTempFile("monkey-upload", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Takes in the body of a request.
    ///
    /// @return whether all of it came within `most` bytes
    public boolean receive(InputStream body, long most) throws IOException {
        var buffer = new byte[1 << 16];
        var received = 0L;
        for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            received += read;
            if (received > most) {
                return false;
            }
            writeAll(archive, ByteBuffer.wrap(buffer, 0, read));
        }
        return true;
    }

    /// Unpacks what was received.
    public Outcome unpack(ArchiveFormat format, ArchiveLimits limits) throws IOException {
        archive.position(0);
        return ArchiveReader.read(format, archive, limits, this::keep);
    }

    private void keep(WorkspacePath path, boolean executable, byte[] content) {
        var file = FileEntry.of(path, executable, content);
        files.add(file);
        try {
            if (!places.containsKey(file.hash())) {
                places.put(file.hash(), new Place(file.hash(), kept.position(), content.length));
                writeAll(kept, ByteBuffer.wrap(content));
            }
        } catch (IOException diskFull) {
            throw new UncheckedIOException(diskFull);
        }
    }

    /// All files that were kept.
    public List<FileEntry> files() {
        return List.copyOf(files);
    }

    /// One piece of the contents, to be read when it is its turn.
    @FunctionalInterface
    public interface Piece {
        List<Map.Entry<ContentHash, byte[]>> read() throws IOException;
    }

    /// The contents without repeats, in the order of their hashes.
    public List<Piece> pieces() {
        return Batches.of(List.copyOf(places.values()), Place::length).stream()
                .<Piece>map(batch -> () -> read(batch))
                .toList();
    }

    private List<Map.Entry<ContentHash, byte[]>> read(List<Place> batch) throws IOException {
        var contents = new ArrayList<Map.Entry<ContentHash, byte[]>>();
        for (var place : batch) {
            var content = ByteBuffer.allocate(place.length());
            while (content.hasRemaining()) {
                if (kept.read(content, place.offset() + content.position()) < 0) {
                    throw new IOException("upload: shorter on disk than it was");
                }
            }
            contents.add(Map.entry(place.hash(), content.array()));
        }
        return contents;
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (archive;
                kept) {
            files.clear();
        }
    }
}
