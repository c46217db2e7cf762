package dev.monkeycoder.events;

/// Every topic of the mesh. All are keyed by the event's stream.
public enum Topic {
    RUN_COMMANDS("monkey.run.commands", "gateway", "orchestrator"),
    CONTEXT_COMMANDS("monkey.context.commands", "orchestrator", "context"),
    MODEL_COMMANDS("monkey.model.commands", "orchestrator", "provider"),
    CALL_RESULTS("monkey.call.results", "provider, context", "orchestrator"),
    CALL_CANCELS(
            "monkey.call.cancels", "orchestrator", "provider, context (every replica reads all)"),
    CLIENT("monkey.run.client", "orchestrator, provider", "gateway (every replica reads all)"),
    USAGE("monkey.usage", "provider", "auth"),
    CONVERSATION("monkey.conversation", "orchestrator", "context"),
    IDENTITY("monkey.identity", "auth", "gateway (every replica reads all)"),
    /// What no consumer could handle, with the cause in its headers.
    DEAD_LETTERS("monkey.dead-letters", "all", "operators");

    private final String name;
    private final String writers;
    private final String readers;

    Topic(String name, String writers, String readers) {
        this.name = name;
        this.writers = writers;
        this.readers = readers;
    }

    public String topicName() {
        return name;
    }

    public String writers() {
        return writers;
    }

    public String readers() {
        return readers;
    }
}
