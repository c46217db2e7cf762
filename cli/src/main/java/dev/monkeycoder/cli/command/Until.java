package dev.monkeycoder.cli.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// Passes on what is written until the command has to end; after Ctrl-C the work may still go on
/// for a moment, but nobody wants to read of it.
final class Until extends FilterOutputStream {
    private final AtomicBoolean over;

    Until(AtomicBoolean over, OutputStream to) {
        super(to);
        this.over = over;
    }

    @Override
    public void write(int one) throws IOException {
        if (!over.get()) {
            out.write(one);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (!over.get()) {
            out.write(bytes, from, count);
        }
    }
}
