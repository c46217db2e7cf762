package dev.monkeycoder.provider.chat;

import dev.monkeycoder.events.Usage;

/// A piece of an answer while it comes in.
public sealed interface StreamEvent {

    /// The vendor's id of the answer and its name of the model; empty text where it gave none.
    record Began(String id, String model) implements StreamEvent {}

    record Text(String text) implements StreamEvent {}

    /// Thoughts that a model shows before its answer. They are counted, never passed on.
    record Reasoning(String text) implements StreamEvent {}

    /// A piece of the tool use number `index`. `id` and `name` are empty but in its first piece.
    record ToolUsePart(int index, String id, String name, String arguments)
            implements StreamEvent {}

    record Counted(Usage usage) implements StreamEvent {}

    record Finished(Finish finish) implements StreamEvent {}

    /// The vendor said that nothing follows.
    record Done() implements StreamEvent {}

    /// The vendor reported an error inside the stream, or what came can't be read.
    record Broke(ChatFailure failure) implements StreamEvent {}
}
