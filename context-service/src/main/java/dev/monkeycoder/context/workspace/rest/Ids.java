package dev.monkeycoder.context.workspace.rest;

import dev.monkeycoder.events.WorkspaceId;
import dev.monkeycoder.kit.rest.ProblemException;

/// Reads ids from paths. What is no id names nothing that exists.
final class Ids {
    private Ids() {}

    static WorkspaceId workspace(String text) {
        try {
            return WorkspaceId.of(text);
        } catch (IllegalArgumentException noUuid) {
            throw ProblemException.notFound("The workspace of that id");
        }
    }
}
