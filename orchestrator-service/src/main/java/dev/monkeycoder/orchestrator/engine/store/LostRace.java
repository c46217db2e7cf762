package dev.monkeycoder.orchestrator.engine.store;

import dev.monkeycoder.events.RunId;
import java.util.concurrent.TimeoutException;

/// Another replica stored the next event of a run first. Nothing is wrong: it is decided anew. A
/// timeout, so that a consumer whose every try was lost tries on and never parks the message.
final class LostRace extends TimeoutException {
    private static final long serialVersionUID = 1;

    LostRace(RunId run) {
        super("run " + run + ": another replica was faster");
    }
}
