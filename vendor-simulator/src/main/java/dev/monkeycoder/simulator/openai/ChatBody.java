package dev.monkeycoder.simulator.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.monkeycoder.simulator.fault.Sabotage;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Frame;
import java.util.List;
import java.util.Locale;

/// A chat completion that is not streamed.
record ChatBody(Stamp stamp) {

    /// Spoils bodies of this format; an error in mid-stream is here a 200 whose body is an error.
    static Sabotage sabotage() {
        return new Sabotage(
                new Frame("\"choices\": [{"), new Frame(OpenAiError.serverError().toString()));
    }

    /// The body in two halves, so that a fault can strike between them. Its tokens are sent when
    /// all of it is.
    List<Frame> frames(Utterance utterance, int promptTokens) {
        String body = json(utterance, promptTokens).toString();
        int half = body.length() / 2;
        if (Character.isLowSurrogate(body.charAt(half))) {
            half++;
        }
        return List.of(
                new Frame(body.substring(0, half)),
                new Frame(body.substring(half), utterance.tokens()));
    }

    private ObjectNode json(Utterance utterance, int promptTokens) {
        ObjectNode root = stamp.on("chat.completion");
        ObjectNode choice = root.putArray("choices").addObject().put("index", 0);
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        List<Utterance.Call> calls = utterance.calls();
        message.put(
                "content",
                utterance.text().isEmpty() && !calls.isEmpty() ? null : utterance.text());
        message.putNull("refusal").putArray("annotations");
        if (!calls.isEmpty()) {
            addCalls(message.putArray("tool_calls"), calls);
        }
        choice.putNull("logprobs")
                .put("finish_reason", utterance.finish().name().toLowerCase(Locale.ROOT));
        root.set("usage", Stamp.usage(promptTokens, utterance.tokens()));
        return root;
    }

    private static void addCalls(ArrayNode array, List<Utterance.Call> calls) {
        for (Utterance.Call call : calls) {
            array.addObject()
                    .put("id", call.id())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.tool())
                    .put("arguments", call.arguments());
        }
    }
}
