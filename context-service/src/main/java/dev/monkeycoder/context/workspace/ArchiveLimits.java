package dev.monkeycoder.context.workspace;

/// How much an upload may hold. What is over a file's limit is left out; over the others the upload
/// is refused.
///
/// @param files most files that are kept
/// @param fileBytes most bytes of a file that is kept
/// @param totalBytes most bytes of all files that are kept, unpacked
/// @param ratio most bytes unpacked for each byte sent: more is taken for a bomb
public record ArchiveLimits(int files, long fileBytes, long totalBytes, int ratio) {
    /// Packing small and empty files well is no bomb.
    private static final long FREE_BYTES = 10_000_000;

    public ArchiveLimits {
        if (files < 1 || fileBytes < 1 || totalBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException(
                    "archive limits: "
                            + files
                            + ", "
                            + fileBytes
                            + ", "
                            + totalBytes
                            + ", "
                            + ratio
                            + " (expected: each >= 1)");
        }
        if (fileBytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "file bytes: " + fileBytes + " (expected: what an array can hold)");
        }
    }

    /// Most entries of an archive, also of those that are left out.
    int entries() {
        return Math.multiplyExact(files, 10);
    }

    /// Most bytes that are unpacked of an archive of that size, also of files that are left out.
    long unpackedBytes(long archiveBytes) {
        return Math.min(
                Math.multiplyExact(totalBytes, 4), Math.max(FREE_BYTES, archiveBytes * ratio));
    }
}
