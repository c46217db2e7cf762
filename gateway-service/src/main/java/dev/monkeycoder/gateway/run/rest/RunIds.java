package dev.monkeycoder.gateway.run.rest;

import dev.monkeycoder.events.RunId;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.kit.rest.ProblemException;
import java.util.Optional;

/// Run ids as paths have them.
final class RunIds {
    private RunIds() {}

    /// @throws ProblemException (not found) when no run can have this id
    static RunId of(String id) {
        try {
            return RunId.of(id);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    static Known known(Optional<Known> run) {
        return run.orElseThrow(RunIds::unknown);
    }

    static ProblemException unknown() {
        return ProblemException.notFound("The run");
    }
}
