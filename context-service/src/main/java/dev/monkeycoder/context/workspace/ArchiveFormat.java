package dev.monkeycoder.context.workspace;

import java.util.Optional;
import java.util.stream.Stream;

/// What a workspace can be uploaded as.
public enum ArchiveFormat {
    TAR("application/x-tar"),
    GZIP_TAR("application/gzip"),
    ZIP("application/zip");

    private final String mediaType;

    ArchiveFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// @param mediaType without parameters
    public static Optional<ArchiveFormat> of(String mediaType) {
        return Stream.of(values()).filter(it -> it.mediaType.equals(mediaType)).findFirst();
    }
}
