package dev.monkeycoder.context.workspace;

import java.io.IOException;
import java.io.Serial;

/// Ends the reading of an archive that is not taken; [ArchiveReader] turns it into its outcome.
final class ArchiveRefused extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    private ArchiveRefused(String detail, boolean tooLarge) {
        super(detail);
        this.tooLarge = tooLarge;
    }

    static ArchiveRefused invalid(String detail) {
        return new ArchiveRefused(detail, false);
    }

    static ArchiveRefused tooLarge(String detail) {
        return new ArchiveRefused(detail, true);
    }

    boolean isTooLarge() {
        return tooLarge;
    }
}
