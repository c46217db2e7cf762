package dev.monkeycoder.provider.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.events.Usage;
import java.util.Optional;

/// Reads a usage block of any of the vendors.
///
/// OpenAI's and Groq's `completion_tokens` hold the reasoning tokens; xAI's and Google's do not,
/// but their `total_tokens` do. So the output is what the total has beside the prompt, and never
/// less than `completion_tokens`.
final class UsageDecoder {
    private UsageDecoder() {}

    static Optional<Usage> decode(JsonNode usage) {
        if (!usage.isObject() || !usage.path("prompt_tokens").isNumber()) {
            return Optional.empty();
        }
        var input = tokens(usage, "prompt_tokens");
        var completion = tokens(usage, "completion_tokens");
        var output = Math.max(completion, tokens(usage, "total_tokens") - input);
        var prompt = usage.path("prompt_tokens_details");
        var cached = Math.min(input, tokens(prompt, "cached_tokens"));
        var written = Math.min(input - cached, tokens(prompt, "cache_write_tokens"));
        var reasoning =
                Math.max(
                        output - completion,
                        tokens(usage.path("completion_tokens_details"), "reasoning_tokens"));
        return Optional.of(new Usage(input, output, cached, written, Math.min(output, reasoning)));
    }

    private static long tokens(JsonNode node, String field) {
        return Math.max(0, node.path(field).asLong(0));
    }
}
