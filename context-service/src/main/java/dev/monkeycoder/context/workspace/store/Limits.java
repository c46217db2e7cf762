package dev.monkeycoder.context.workspace.store;

import dev.monkeycoder.context.ContextConfig;
import dev.monkeycoder.context.workspace.ArchiveLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// What a workspace may hold, as configured.
final class Limits {
    @Produces
    @Singleton
    ArchiveLimits limits(ContextConfig config) {
        var limits = config.workspaces();
        return new ArchiveLimits(
                limits.files(), limits.fileBytes(), limits.totalBytes(), limits.archiveRatio());
    }
}
