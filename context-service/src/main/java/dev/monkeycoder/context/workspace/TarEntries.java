package dev.monkeycoder.context.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A tar, read in one go from front to back.
final class TarEntries implements ArchiveEntries {
    /// Room for a long name, extended attributes and the padding before them.
    private static final long HEADER_BYTES = 1_000_000;

    private static final int OWNER_MAY_RUN = 0100;

    private final Meter meter;
    private final TarArchiveInputStream tar;

    TarEntries(InputStream unpacked, Meter meter) {
        this.meter = meter;
        this.tar = new TarArchiveInputStream(meter.over(unpacked), "UTF-8");
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        meter.atMost(HEADER_BYTES);
        var entry = tar.getNextEntry();
        meter.freely();
        if (entry == null) {
            return Optional.empty();
        }
        if (!entry.isCheckSumOK()) {
            throw ArchiveRefused.invalid("it is no tar, or a damaged one");
        }
        return Optional.of(
                new Entry(
                        entry.getName(),
                        kind(entry),
                        Optional.ofNullable(entry.getLinkName()).filter(it -> !it.isEmpty()),
                        entry.isLink(),
                        (entry.getMode() & OWNER_MAY_RUN) != 0));
    }

    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return Kind.LINK;
        }
        if (entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()) {
            return Kind.DEVICE;
        }
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        return entry.isSparse() || !entry.isFile() ? Kind.ODD : Kind.FILE;
    }

    @Override
    public InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
