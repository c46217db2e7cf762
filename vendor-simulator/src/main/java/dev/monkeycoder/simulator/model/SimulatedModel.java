package dev.monkeycoder.simulator.model;

import dev.monkeycoder.simulator.directive.Directive;

/// A model that a request can name. The same prompt and directive always get the same reply.
public interface SimulatedModel {
    String name();

    Reply reply(Prompt prompt, Directive directive);
}
