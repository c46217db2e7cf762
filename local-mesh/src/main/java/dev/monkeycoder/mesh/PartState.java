package dev.monkeycoder.mesh;

import java.util.Locale;

/// Where a part is in its life.
public enum PartState {
    /// Its turn has not come.
    WAITING,
    STARTING,
    READY,
    /// It did not come up.
    FAILED,
    /// It ended by itself, and is started again after a pause.
    RESTARTING,
    /// It was ended on purpose.
    STOPPED;

    /// As people read it: lower case.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
