package dev.monkeycoder.context.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// Makes archives as a client would, and as one never should.
final class Archives {
    private Archives() {}

    static final class Tar {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

        Tar() {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        }

        Tar file(String name, String content) {
            return file(name, content.getBytes(StandardCharsets.UTF_8), 0100644);
        }

        Tar file(String name, byte[] content, int mode) {
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            entry.setMode(mode);
            return add(entry, content);
        }

        Tar folder(String name) {
            return add(new TarArchiveEntry(name + "/", true), new byte[0]);
        }

        Tar link(String name, String target) {
            return odd(name, TarConstants.LF_SYMLINK, target);
        }

        Tar hardLink(String name, String target) {
            return odd(name, TarConstants.LF_LINK, target);
        }

        Tar device(String name) {
            return odd(name, TarConstants.LF_CHR, "");
        }

        /// A header of GNU tar that names the next entry.
        Tar longName(byte[] name) {
            var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(name.length);
            return add(entry, name);
        }

        private Tar odd(String name, byte type, String target) {
            var entry = new TarArchiveEntry(name, type, true);
            entry.setLinkName(target);
            return add(entry, new byte[0]);
        }

        private Tar add(TarArchiveEntry entry, byte[] content) {
            try {
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] bytes() {
            try {
                tar.close();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] gzip() {
            return Archives.gzip(bytes());
        }
    }

    static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static final class Zip {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

        Zip file(String name, String content) {
            return add(name, content, _ -> {});
        }

        Zip file(String name, String content, int mode) {
            return add(name, content, entry -> entry.setUnixMode(mode));
        }

        private Zip add(String name, String content, Consumer<ZipArchiveEntry> change) {
            try {
                var entry = new ZipArchiveEntry(name);
                change.accept(entry);
                zip.putArchiveEntry(entry);
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] bytes() {
            try {
                zip.close();
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
