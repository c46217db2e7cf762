package dev.monkeycoder.simulator.simulation;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.fault.Faults;
import dev.monkeycoder.simulator.model.Ids;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Pace;
import java.util.Optional;

/// Decides what a request gets. A request that no model answers uses up no fault.
///
/// @param speed how many times as fast as a model's own pace it speaks; a directive's pace is not
///   touched
public record Simulation(Models models, Faults faults, Ids ids, double speed) {
    public Simulation {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + " (expected: > 0)");
        }
    }

    public Outcome perform(Prompt prompt) {
        Optional<SimulatedModel> model = models.find(prompt.model());
        if (model.isEmpty()) {
            return new Outcome.Refused(Reply.Why.UNKNOWN_MODEL, prompt.model());
        }
        Directive directive;
        try {
            directive = Directive.in(prompt.lastUserText());
        } catch (IllegalArgumentException e) {
            return new Outcome.Refused(Reply.Why.BAD_DIRECTIVE, String.valueOf(e.getMessage()));
        }
        return switch (model.get().reply(prompt, directive)) {
            case Reply.Refused(var why, var detail) -> new Outcome.Refused(why, detail);
            case Reply.Answer answer ->
                    outcome(answer, directive, fault(prompt.model(), directive));
        };
    }

    private Outcome outcome(Reply.Answer answer, Directive directive, Optional<Fault> fault) {
        Pace pace =
                directive.pace(directive.setsPace() ? answer.pace() : answer.pace().times(speed));
        if (fault.isEmpty()) {
            return new Outcome.Spoken(Utterance.of(answer, ids), pace, fault);
        }
        return switch (fault.get().kind()) {
            case RATE_LIMITED, SERVER_ERROR, OVERLOADED, REFUSED -> new Outcome.Failed(fault.get());
            case EMPTY -> new Outcome.Spoken(Utterance.EMPTY, pace, fault);
            case CUT, STALL, MALFORMED, ERROR_EVENT ->
                    new Outcome.Spoken(Utterance.of(answer, ids), pace, fault);
        };
    }

    private Optional<Fault> fault(String model, Directive directive) {
        return directive
                .fault()
                .filter(_ -> faults.strikes(model + directive.text(), directive.times()))
                .or(() -> faults.next(model));
    }
}
