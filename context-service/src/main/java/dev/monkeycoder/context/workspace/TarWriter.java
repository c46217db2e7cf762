package dev.monkeycoder.context.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes a workspace as a tar, piece by piece: all pieces in their order are the tar. The same
/// files give the same bytes.
public final class TarWriter {
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;
    private static final int RECORD_BYTES = 512;

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;
    private final Instant modified;

    /// @param modified the time that every file gets
    public TarWriter(Instant modified) {
        this.modified = modified;
        this.tar = new TarArchiveOutputStream(pending, RECORD_BYTES, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /// The piece of one file.
    public byte[] file(FileEntry file, byte[] content) {
        try {
            var entry = new TarArchiveEntry(file.path().value());
            entry.setSize(content.length);
            entry.setMode(file.executable() ? PROGRAM : FILE);
            entry.setModTime(modified.toEpochMilli());
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return piece();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// The last piece.
    public byte[] end() {
        try {
            tar.close();
            return piece();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private byte[] piece() throws IOException {
        tar.flush();
        var piece = pending.toByteArray();
        pending.reset();
        return piece;
    }
}
