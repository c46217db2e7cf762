package dev.monkeycoder.simulator.simulation;

import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Pace;
import java.util.Optional;

/// What a request gets, before it is put in a vendor's format.
public sealed interface Outcome {

    /// An answer, and perhaps a fault that strikes while it is sent.
    record Spoken(Utterance utterance, Pace pace, Optional<Fault> fault) implements Outcome {}

    /// A fault that comes instead of an answer.
    record Failed(Fault fault) implements Outcome {}

    record Refused(Reply.Why why, String detail) implements Outcome {}
}
