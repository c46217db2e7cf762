package dev.monkeycoder.context.workspace;

/// One file of a manifest.
///
/// @param size in bytes
/// @param executable whether its owner may run it: mode 100755 instead of 100644
/// @param text whether tools may read it as text (see [TextContent])
public record FileEntry(
        WorkspacePath path, ContentHash hash, long size, boolean executable, boolean text) {

    public static FileEntry of(WorkspacePath path, boolean executable, byte[] content) {
        return new FileEntry(
                path,
                ContentHash.of(content),
                content.length,
                executable,
                TextContent.decode(content).isPresent());
    }
}
