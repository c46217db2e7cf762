package dev.monkeycoder.kit.rest;

import org.jspecify.annotations.Nullable;

/// The caller of the request at hand. Inject this into resources and ask it for the [Caller].
public class CurrentCaller {
    private final @Nullable Caller caller;

    /// For the container's proxy.
    protected CurrentCaller() {
        caller = null;
    }

    public CurrentCaller(Caller caller) {
        this.caller = caller;
    }

    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("no caller outside a request");
        }
        return caller;
    }
}
