package dev.monkeycoder.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The vendor's side: its own log of what reached it.
record Simulator(URI base) {

    /// The requests whose body holds `mark`, oldest first. Tests put a mark of their own into each
    /// prompt, since they share one simulator.
    List<JsonNode> requests(String mark) {
        return new Api(base, "")
                .read("/control/requests")
                .path("requests")
                .valueStream()
                .filter(entry -> entry.path("body").toString().contains(mark))
                .toList();
    }

    /// The only one of its mark.
    JsonNode request(String mark) {
        List<JsonNode> all = requests(mark);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " requests (expected: 1) of " + mark);
        }
        return all.getFirst();
    }

    List<JsonNode> await(String mark, Predicate<List<JsonNode>> wanted) {
        return Awaitility.await("requests of " + mark)
                .atMost(SharedMesh.PATIENCE)
                .until(() -> requests(mark), wanted);
    }

    static JsonNode body(JsonNode request) {
        return request.path("body");
    }

    /// The text of the instructions that a model got.
    static String system(JsonNode request) {
        return text(request, "system").getFirst();
    }

    /// The texts of all messages of a role.
    static List<String> text(JsonNode request, String role) {
        return body(request)
                .path("messages")
                .valueStream()
                .filter(message -> message.path("role").asText().equals(role))
                .map(message -> message.path("content").asText())
                .toList();
    }

    static List<String> tools(JsonNode request) {
        return body(request)
                .path("tools")
                .valueStream()
                .map(tool -> tool.path("function").path("name").asText())
                .toList();
    }

    /// The tool calls that models made, by their id, as later requests repeat them to the vendor.
    static Map<String, String> toolCalls(List<JsonNode> requests) {
        return requests.stream()
                .flatMap(request -> body(request).path("messages").valueStream())
                .flatMap(message -> message.path("tool_calls").valueStream())
                .flatMap(Simulator::named)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private static Stream<Map.Entry<String, String>> named(JsonNode call) {
        return Stream.of(
                Map.entry(call.path("id").asText(), call.path("function").path("name").asText()));
    }
}
