package dev.monkeycoder.simulator.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.simulator.fault.Sabotage;
import dev.monkeycoder.simulator.model.Piece;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The server-sent events of a streamed chat completion: a chunk with the role, one for each token,
/// one with the finish reason, one with the usage when it is asked for, then `[DONE]`. A lone tool
/// call stands in the chunk with the role, as in OpenAI's own streams.
record ChatStream(Stamp stamp, boolean usage, boolean obfuscate) {
    private static final String PADDING = "QmZ7xTq2LwKd9RfB";
    private static final Frame DONE = new Frame("data: [DONE]\n\n");

    /// Spoils streams of this format.
    Sabotage sabotage() {
        String chunk = chunk(JsonNodeFactory.instance.objectNode(), null).toString();
        return new Sabotage(
                new Frame("data: " + chunk.substring(0, chunk.length() / 2) + "\n\n"),
                event(OpenAiError.serverError(), 0));
    }

    List<Frame> frames(Utterance utterance, int promptTokens) {
        List<Frame> frames = new ArrayList<>();
        List<Piece> pieces = utterance.pieces();
        boolean startsWithCall = !pieces.isEmpty() && pieces.getFirst() instanceof Piece.CallOpened;
        if (startsWithCall && utterance.calls().size() == 1) {
            frames.add(
                    event(
                            chunk(opening(true).setAll(delta(pieces.getFirst())), null),
                            pieces.getFirst().tokens()));
            pieces = pieces.subList(1, pieces.size());
        } else {
            frames.add(event(chunk(opening(startsWithCall), null), 0));
        }
        for (Piece piece : pieces) {
            frames.add(event(chunk(delta(piece), null), piece.tokens()));
        }
        String finish = utterance.finish().name().toLowerCase(Locale.ROOT);
        frames.add(event(chunk(JsonNodeFactory.instance.objectNode(), finish), 0));
        if (usage) {
            frames.add(event(usageChunk(promptTokens, utterance.tokens()), 0));
        }
        frames.add(DONE);
        return frames;
    }

    private static ObjectNode opening(boolean withoutText) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode().put("role", "assistant");
        delta.put("content", withoutText ? null : "");
        return delta.putNull("refusal");
    }

    private static ObjectNode delta(Piece piece) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode();
        switch (piece) {
            case Piece.Text(var token) -> delta.put("content", token);
            case Piece.CallOpened(var index, var id, var tool) ->
                    delta.putArray("tool_calls")
                            .addObject()
                            .put("index", index)
                            .put("id", id)
                            .put("type", "function")
                            .putObject("function")
                            .put("name", tool)
                            .put("arguments", "");
            case Piece.Arguments(var index, var token) ->
                    delta.putArray("tool_calls")
                            .addObject()
                            .put("index", index)
                            .putObject("function")
                            .put("arguments", token);
        }
        return delta;
    }

    private ObjectNode chunk(ObjectNode delta, @Nullable String finish) {
        ObjectNode chunk = stamp.on("chat.completion.chunk");
        chunk.putArray("choices")
                .addObject()
                .put("index", 0)
                .<ObjectNode>set("delta", delta)
                .putNull("logprobs")
                .put("finish_reason", finish);
        if (usage) {
            chunk.putNull("usage");
        }
        return padded(chunk, delta.toString().length());
    }

    private ObjectNode usageChunk(int promptTokens, int completionTokens) {
        ObjectNode chunk = stamp.on("chat.completion.chunk");
        chunk.putArray("choices");
        chunk.set("usage", Stamp.usage(promptTokens, completionTokens));
        return padded(chunk, completionTokens);
    }

    /// OpenAI pads its chunks, so that their sizes do not tell what is in them.
    private ObjectNode padded(ObjectNode chunk, int size) {
        return obfuscate
                ? chunk.put(
                        "obfuscation",
                        PADDING.substring(0, PADDING.length() - size % PADDING.length()))
                : chunk;
    }

    private static Frame event(ObjectNode json, int tokens) {
        return new Frame("data: " + json + "\n\n", tokens);
    }
}
