package dev.monkeycoder.simulator.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.monkeycoder.simulator.model.Piece;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recorded answers of OpenAI, said again by the simulator: they must come out the same, chunk by
/// chunk, but for what names the answer (ids, times, model, fingerprint, padding, the vendor's own
/// token counts).
class RecordingsTest {
    private static final Path FIXTURES =
            Path.of("..", "..", "shared", "fixtures").toAbsolutePath().normalize();
    private static final Path CASSETTES =
            FIXTURES.resolve("openai/pydantic-ai-cassettes/test_openai");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NAMES =
            Set.of(
                    "id",
                    "created",
                    "model",
                    "system_fingerprint",
                    "obfuscation",
                    "prompt_tokens",
                    "completion_tokens",
                    "total_tokens");

    @BeforeEach
    void fixturesAreThere() {
        assumeTrue(
                Files.isDirectory(FIXTURES),
                "the recordings are not beside this repository: " + FIXTURES);
    }

    @Test
    void streamsOfTextAndToolCallsAreTheSameChunkByChunk() throws IOException {
        List<String> recorded =
                bodies("test_run_stream_sync_streams_real_model.yaml").stream()
                        .map(body -> body.path("string").asText())
                        .toList();
        assertThat(recorded).hasSize(2);
        for (String stream : recorded) {
            List<JsonNode> chunks = chunks(stream);
            Stamp stamp = new Stamp("chatcmpl-1", Instant.EPOCH, "m");
            String ours =
                    new ChatStream(stamp, true, true)
                            .frames(said(chunks), 1).stream()
                                    .map(Frame::text)
                                    .collect(Collectors.joining());
            assertThat(chunks(ours))
                    .extracting(RecordingsTest::named)
                    .isEqualTo(chunks.stream().map(RecordingsTest::named).toList());
            assertThat(ours).endsWith("data: [DONE]\n\n");
            assertThat(stream.strip()).endsWith("data: [DONE]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_valid_response.yaml", "test_openai_tool_output.yaml"})
    void answersThatAreNotStreamedHaveTheSameFields(String file) throws IOException {
        for (JsonNode recorded : bodies(file)) {
            JsonNode message = recorded.path("choices").path(0).path("message");
            List<Piece> pieces = new ArrayList<>();
            if (message.path("content").isTextual()) {
                pieces.add(new Piece.Text(message.path("content").asText()));
            }
            for (JsonNode call : message.path("tool_calls")) {
                pieces.add(
                        new Piece.CallOpened(
                                0, "call_1", call.path("function").path("name").asText()));
                pieces.add(
                        new Piece.Arguments(0, call.path("function").path("arguments").asText()));
            }
            String finish = recorded.path("choices").path(0).path("finish_reason").asText();
            Utterance said =
                    new Utterance(
                            pieces, Utterance.Finish.valueOf(finish.toUpperCase(Locale.ROOT)));
            String ours =
                    new ChatBody(new Stamp("chatcmpl-1", Instant.EPOCH, "m"))
                            .frames(said, 1).stream()
                                    .map(Frame::text)
                                    .collect(Collectors.joining());
            assertThat(shape(JSON.readTree(ours))).isEqualTo(shape(recorded));
        }
    }

    @Test
    void errorsHaveTheSameFields() throws IOException {
        JsonNode recorded =
                JSON.readTree(
                        FIXTURES.resolve(
                                        "openai/vercel-ai/chat/reasoning-model-legacy-parameter-error.json")
                                .toFile());
        var invalid = new ChatRequest.Invalid("no", Optional.of("n"), Optional.of("c"));
        assertThat(shape(JSON.readTree(OpenAiError.invalid(invalid).body())))
                .isEqualTo(shape(recorded));
    }

    private static List<JsonNode> bodies(String file) throws IOException {
        List<JsonNode> bodies = new ArrayList<>();
        for (JsonNode interaction :
                new YAMLMapper().readTree(CASSETTES.resolve(file).toFile()).path("interactions")) {
            JsonNode response = interaction.path("response");
            bodies.add(response.path(response.has("parsed_body") ? "parsed_body" : "body"));
        }
        return bodies;
    }

    private static List<JsonNode> chunks(String stream) {
        return stream.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("data: {"))
                .map(line -> read(line.substring(6)))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /// What a recorded stream says, in the pieces in which it says it.
    private static Utterance said(List<JsonNode> chunks) {
        List<Piece> pieces = new ArrayList<>();
        Utterance.Finish finish = Utterance.Finish.STOP;
        for (JsonNode chunk : chunks) {
            JsonNode choice = chunk.path("choices").path(0);
            JsonNode delta = choice.path("delta");
            if (delta.path("content").isTextual() && !delta.has("role")) {
                pieces.add(new Piece.Text(delta.path("content").asText()));
            }
            JsonNode call = delta.path("tool_calls").path(0);
            if (call.has("id")) {
                pieces.add(
                        new Piece.CallOpened(
                                0, "call_1", call.path("function").path("name").asText()));
            } else if (!call.isMissingNode()) {
                pieces.add(
                        new Piece.Arguments(0, call.path("function").path("arguments").asText()));
            }
            if (choice.path("finish_reason").isTextual()) {
                finish =
                        Utterance.Finish.valueOf(
                                choice.path("finish_reason").asText().toUpperCase(Locale.ROOT));
            }
        }
        return new Utterance(pieces, finish);
    }

    /// The same JSON with every name and count of the answer replaced.
    private static JsonNode named(JsonNode json) {
        JsonNode copy = json.deepCopy();
        if (copy instanceof ObjectNode object) {
            for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
                object.set(
                        name,
                        NAMES.contains(name) ? object.textNode("*") : named(object.path(name)));
            }
        } else if (copy.isArray()) {
            var array = JSON.createArrayNode();
            copy.forEach(item -> array.add(named(item)));
            return array;
        }
        return copy;
    }

    /// Every path of a JSON text with the type of what stands there.
    private static Set<String> shape(JsonNode json) {
        Set<String> paths = new TreeSet<>();
        shape(json, "", paths);
        return paths;
    }

    private static void shape(JsonNode json, String path, Set<String> paths) {
        paths.add(path + ": " + json.getNodeType());
        json.properties()
                .forEach(field -> shape(field.getValue(), path + "/" + field.getKey(), paths));
        if (json.isArray()) {
            json.forEach(item -> shape(item, path + "[]", paths));
        }
    }
}
