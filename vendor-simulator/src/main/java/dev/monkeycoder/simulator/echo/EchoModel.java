package dev.monkeycoder.simulator.echo;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.play.Pace;
import java.util.List;
import java.util.OptionalInt;

/// Answers with the request's body, to the letter, so that a test sees what reaches the vendor. It
/// is not broken off at the client's most tokens, since half a JSON text would be of no use.
public final class EchoModel implements SimulatedModel {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public Reply reply(Prompt prompt, Directive directive) {
        return new Reply.Answer(prompt.body(), List.of(), Pace.AT_ONCE, OptionalInt.empty());
    }
}
