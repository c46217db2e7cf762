package dev.monkeycoder.context.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A zip, read by its directory at the end: only that one tells links from files.
final class ZipEntries implements ArchiveEntries {
    private static final int FILE_TYPE = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int LINK = 0120000;
    private static final int OWNER_MAY_RUN = 0100;
    private static final int LINK_BYTES = 4_096;

    private final ZipFile zip;
    private final Meter meter;
    private final Iterator<ZipArchiveEntry> entries;
    private InputStream open = InputStream.nullInputStream();

    /// @param mostEntries checked before the directory, which has to fit into memory, is read
    ZipEntries(SeekableByteChannel archive, int mostEntries, Meter meter) throws IOException {
        if (countDirectoryHeaders(archive) > mostEntries) {
            throw ArchiveRefused.tooLarge("the archive has more than " + mostEntries + " entries");
        }
        archive.position(0);
        this.zip = ZipFile.builder().setSeekableByteChannel(archive).get();
        this.meter = meter;
        this.entries = zip.getEntriesInPhysicalOrder().asIterator();
    }

    /// Counts the signature `PK 1 2`, which starts each entry of the directory. It stands in packed
    /// data by chance only once in four billion bytes.
    private static int countDirectoryHeaders(SeekableByteChannel archive) throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16);
        var found = 0;
        var last = 0;
        archive.position(0);
        while (archive.read(buffer.clear()) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                last = (last << 8) | (buffer.get() & 0xff);
                found += last == 0x504b0102 ? 1 : 0;
            }
        }
        return found;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        open.close();
        open = InputStream.nullInputStream();
        if (!entries.hasNext()) {
            return Optional.empty();
        }
        var entry = entries.next();
        var kind = kind(entry);
        if (kind == Kind.FILE || kind == Kind.LINK) {
            if (!zip.canReadEntryData(entry)) {
                throw ArchiveRefused.invalid(
                        entry.getName() + " is encrypted or packed in an unknown way");
            }
            open = meter.over(zip.getInputStream(entry));
        }
        return Optional.of(
                new Entry(
                        entry.getName(),
                        kind,
                        kind == Kind.LINK ? Optional.of(target()) : Optional.empty(),
                        false,
                        (entry.getUnixMode() & OWNER_MAY_RUN) != 0));
    }

    private String target() throws IOException {
        return new String(open.readNBytes(LINK_BYTES), StandardCharsets.UTF_8);
    }

    private static Kind kind(ZipArchiveEntry entry) {
        if (entry.isDirectory()) {
            return Kind.FOLDER;
        }
        return switch (entry.getUnixMode() & FILE_TYPE) {
            case 0, REGULAR -> Kind.FILE;
            case FOLDER -> Kind.FOLDER;
            case LINK -> Kind.LINK;
            default -> Kind.DEVICE;
        };
    }

    @Override
    public InputStream content() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open.close();
        zip.close();
    }
}
