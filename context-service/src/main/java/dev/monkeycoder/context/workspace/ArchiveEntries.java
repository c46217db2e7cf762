package dev.monkeycoder.context.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The entries of an archive in their order, whatever its format.
interface ArchiveEntries extends AutoCloseable {
    enum Kind {
        FILE,
        FOLDER,
        LINK,
        /// A file with holes or of a kind that only one tool writes.
        ODD,
        /// A device, pipe or socket.
        DEVICE
    }

    /// @param target where a link points to
    /// @param fromRoot whether `target` is counted from the archive's root, not the entry's folder
    record Entry(
            String name,
            Kind kind,
            Optional<String> target,
            boolean fromRoot,
            boolean executable) {}

    Optional<Entry> next() throws IOException;

    /// The bytes of the entry that [#next] gave last.
    InputStream content() throws IOException;

    @Override
    void close() throws IOException;
}
