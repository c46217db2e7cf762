package dev.monkeycoder.gateway.upstream;

/// A service behind the gateway.
public enum Part {
    AUTH("auth-service"),
    ORCHESTRATOR("orchestrator-service"),
    CONTEXT("context-service");

    private final String partName;

    Part(String partName) {
        this.partName = partName;
    }

    /// As it is told to clients when it is gone.
    public String partName() {
        return partName;
    }
}
