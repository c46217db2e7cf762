package dev.monkeycoder.events;

/// A workspace as it was at one moment. Versions count from 1 (what the client uploaded).
public record WorkspaceVersion(WorkspaceId workspace, int version) {
    public WorkspaceVersion {
        Check.present(workspace, "workspace");
        Check.atLeast(1, version, "version");
    }
}
