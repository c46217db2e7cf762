package dev.monkeycoder.context.workspace;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts what an archive unpacks to, and stops it at the limit: no declared size is believed.
final class Meter {
    private final long limit;
    private long counted;
    private long stop;

    Meter(long limit) {
        this.limit = limit;
        this.stop = limit;
    }

    /// From now on at most `bytes` more may be read, until [#freely].
    void atMost(long bytes) {
        stop = Math.min(limit, counted + bytes);
    }

    void freely() {
        stop = limit;
    }

    void count(long bytes) throws ArchiveRefused {
        counted += bytes;
        if (counted > limit) {
            throw ArchiveRefused.tooLarge("the archive unpacks to more than " + limit + " bytes");
        }
        if (counted > stop) {
            throw ArchiveRefused.invalid("an entry's header is too long");
        }
    }

    InputStream over(InputStream source) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                var next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                var read = super.read(target, offset, length);
                count(Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long bytes) throws IOException {
                var skipped = super.skip(bytes);
                count(skipped);
                return skipped;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }
}
