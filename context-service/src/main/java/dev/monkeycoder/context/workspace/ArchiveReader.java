package dev.monkeycoder.context.workspace;

import dev.monkeycoder.context.workspace.ArchiveEntries.Entry;
import dev.monkeycoder.context.workspace.WorkspacePath.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/// Reads one uploaded archive and trusts nothing in it: no name leaves the workspace, no link is
/// followed or kept, and no size is believed before it was counted.
public final class ArchiveReader {
    private final ArchiveLimits limits;
    private final Sink sink;
    private final SkipList skipped = new SkipList();
    private final Set<WorkspacePath> files = new HashSet<>();
    private final Set<WorkspacePath> folders = new HashSet<>();
    private long bytes;
    private int entries;

    /// Takes each file that is kept, in the archive's order.
    @FunctionalInterface
    public interface Sink {
        void take(WorkspacePath path, boolean executable, byte[] content);
    }

    public sealed interface Outcome {
        /// @param bytes of the kept files
        record Taken(int files, long bytes, List<Skipped> skipped) implements Outcome {
            public Taken {
                skipped = List.copyOf(skipped);
            }
        }

        /// @param tooLarge whether a smaller one would be taken
        /// @param detail one sentence for people
        record Refused(boolean tooLarge, String detail) implements Outcome {}
    }

    private ArchiveReader(ArchiveLimits limits, Sink sink) {
        this.limits = limits;
        this.sink = sink;
    }

    /// After a refusal the sink may have been given files: they are to be thrown away.
    public static Outcome read(
            ArchiveFormat format, SeekableByteChannel archive, ArchiveLimits limits, Sink sink) {
        var reader = new ArchiveReader(limits, sink);
        try (var all = reader.open(format, archive)) {
            for (var next = all.next(); next.isPresent(); next = all.next()) {
                reader.read(next.get(), all);
            }
            return new Outcome.Taken(reader.files.size(), reader.bytes, reader.skipped.lines());
        } catch (ArchiveRefused refused) {
            return new Outcome.Refused(refused.isTooLarge(), String.valueOf(refused.getMessage()));
        } catch (IOException | IllegalArgumentException damaged) {
            return new Outcome.Refused(
                    false, "it can't be read as " + format.mediaType() + ": it may be damaged");
        }
    }

    private ArchiveEntries open(ArchiveFormat format, SeekableByteChannel archive)
            throws IOException {
        var meter = new Meter(limits.unpackedBytes(archive.size()));
        return switch (format) {
            case TAR ->
                    new TarEntries(
                            new BufferedInputStream(Channels.newInputStream(archive)), meter);
            case GZIP_TAR ->
                    new TarEntries(
                            GzipCompressorInputStream.builder()
                                    .setInputStream(Channels.newInputStream(archive))
                                    .setDecompressConcatenated(true)
                                    .get(),
                            meter);
            case ZIP -> new ZipEntries(archive, limits.entries(), meter);
        };
    }

    private void read(Entry entry, ArchiveEntries all) throws IOException {
        entries++;
        if (entries > limits.entries()) {
            throw ArchiveRefused.tooLarge(
                    "the archive has more than " + limits.entries() + " entries");
        }
        switch (WorkspacePath.read(entry.name())) {
            case Reading.Bad(var reason) ->
                    throw ArchiveRefused.invalid(printable(entry.name()) + " " + reason);
            case Reading.Good good -> {
                if (!good.isRoot() && entry.kind() != ArchiveEntries.Kind.FOLDER) {
                    read(good.path(), entry, all);
                }
            }
        }
    }

    private void read(WorkspacePath path, Entry entry, ArchiveEntries all) throws IOException {
        var exclusion = Exclusions.of(path);
        if (exclusion.isPresent()) {
            skipped.add(exclusion.get());
            return;
        }
        switch (entry.kind()) {
            case FILE -> keep(path, entry, all);
            case FOLDER -> {}
            case LINK -> {
                if (Links.leaves(path, entry.target().orElse(""), entry.fromRoot())) {
                    throw ArchiveRefused.invalid(
                            path + " is a link that points out of the workspace");
                }
                skipped.add(path, "link");
            }
            case ODD -> skipped.add(path, "not an ordinary file");
            case DEVICE -> throw ArchiveRefused.invalid(path + " is a device, pipe or socket");
        }
    }

    private void keep(WorkspacePath path, Entry entry, ArchiveEntries all) throws IOException {
        var content = all.content().readNBytes((int) limits.fileBytes() + 1);
        if (content.length > limits.fileBytes()) {
            skipped.add(path, "larger than " + limits.fileBytes() + " bytes");
            return;
        }
        occupy(path);
        bytes += content.length;
        if (files.size() > limits.files()) {
            throw ArchiveRefused.tooLarge("it has more than " + limits.files() + " files");
        }
        if (bytes > limits.totalBytes()) {
            throw ArchiveRefused.tooLarge(
                    "its files are larger than " + limits.totalBytes() + " bytes together");
        }
        sink.take(path, entry.executable(), content);
    }

    private void occupy(WorkspacePath path) throws ArchiveRefused {
        if (!files.add(path)) {
            throw ArchiveRefused.invalid(path + " is there twice");
        }
        for (var folder : path.foldersAbove()) {
            folders.add(folder);
            if (files.contains(folder)) {
                throw ArchiveRefused.invalid(folder + " is both a file and a folder");
            }
        }
        if (folders.contains(path)) {
            throw ArchiveRefused.invalid(path + " is both a file and a folder");
        }
    }

    private static String printable(String name) {
        var text = name.length() > 200 ? name.substring(0, 200) + "..." : name;
        return text.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
