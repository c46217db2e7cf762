package dev.monkeycoder.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.monkeycoder.provider.chat.Ending;
import dev.monkeycoder.provider.chat.StreamEvent;
import dev.monkeycoder.provider.vendor.Vendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every recorded Chat Completions answer of OpenAI, Groq and xAI with a usage block is read to
/// that very usage. The recordings are not ours: they are read where they lie, and where they
/// don't, the test is skipped and says so.
class RecordedUsageTest {
    private static final Path FIXTURES =
            Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                    .takeWhile(folder -> folder != null)
                    .map(folder -> folder.resolve("shared/fixtures"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElse(Path.of("no-fixtures"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Recording(
            Vendor vendor, String file, List<StreamEvent> events, JsonNode usage) {}

    @TestFactory
    Stream<DynamicTest> recordedUsageIsReadAsItIs() throws IOException {
        assumeTrue(Files.isDirectory(FIXTURES), "no folder shared/fixtures above the project");
        var recordings = recordings();
        assertThat(recordings).hasSizeGreaterThan(60);
        return recordings.stream().map(one -> DynamicTest.dynamicTest(one.file, () -> holds(one)));
    }

    private static void holds(Recording recording) {
        var accumulator = new Accumulator(recording.vendor, "asked");
        recording.events.forEach(accumulator::add);
        assertThat(accumulator.ending()).isInstanceOf(Ending.Whole.class);
        var usage = accumulator.usage().orElseThrow();
        var recorded = recording.usage;
        var total = recorded.path("total_tokens").asLong();
        assertThat(usage.input()).isEqualTo(recorded.path("prompt_tokens").asLong());
        assertThat(usage.total()).isEqualTo(total);
        assertThat(usage.output())
                .isGreaterThanOrEqualTo(recorded.path("completion_tokens").asLong());
        assertThat(usage.cachedInput())
                .isEqualTo(recorded.at("/prompt_tokens_details/cached_tokens").asLong());
        assertThat(usage.reasoning())
                .isEqualTo(recorded.at("/completion_tokens_details/reasoning_tokens").asLong());
    }

    private static List<Recording> recordings() throws IOException {
        var found = new ArrayList<Recording>();
        for (var vendor : List.of(Vendor.OPENAI, Vendor.GROQ, Vendor.XAI)) {
            try (var files = Files.walk(FIXTURES.resolve(vendor.wireName()))) {
                for (var file : files.sorted().toList()) {
                    read(vendor, file).forEach(found::add);
                }
            }
        }
        return found;
    }

    private static Stream<Recording> read(Vendor vendor, Path file) throws IOException {
        var path = FIXTURES.relativize(file).toString();
        var chat = path.contains("/chat/") || path.contains("-chat/");
        if (chat && path.endsWith(".chunks.txt")) {
            var stream = new StringBuilder();
            Files.readAllLines(file)
                    .forEach(line -> stream.append("data: ").append(line).append("\n\n"));
            return streamed(vendor, path, stream.append("data: [DONE]\n\n").toString());
        }
        if (chat && path.endsWith(".json")) {
            return whole(vendor, path, JSON.readTree(file.toFile()));
        }
        return path.endsWith(".yaml") ? cassette(vendor, path, file) : Stream.empty();
    }

    private static Stream<Recording> cassette(Vendor vendor, String path, Path file)
            throws IOException {
        var interactions = new YAMLMapper().readTree(file.toFile()).path("interactions");
        return interactions
                .valueStream()
                .filter(one -> one.at("/request/uri").asText().endsWith("/chat/completions"))
                .flatMap(one -> {
                    var response = one.path("response");
                    return response.has("parsed_body")
                            ? whole(vendor, path, response.path("parsed_body"))
                            : streamed(vendor, path, response.at("/body/string").asText());
                });
    }

    private static Stream<Recording> whole(Vendor vendor, String path, JsonNode body) {
        return body.path("usage").has("prompt_tokens") && body.has("choices")
                ? Stream.of(
                        new Recording(
                                vendor,
                                path,
                                new ChunkDecoder(vendor).decodeWhole(body.toString()),
                                body.path("usage")))
                : Stream.empty();
    }

    private static Stream<Recording> streamed(Vendor vendor, String path, String stream) {
        var decoder = new ChunkDecoder(vendor);
        var chunks = new SseDecoder().feed((stream + "\n").getBytes(UTF_8));
        return chunks.stream()
                .flatMap(chunk -> usage(chunk.text()).stream())
                .reduce((_, last) -> last)
                .map(usage ->
                        new Recording(
                                vendor,
                                path,
                                chunks.stream()
                                        .flatMap(chunk -> decoder.decode(chunk).stream())
                                        .toList(),
                                usage))
                .stream();
    }

    private static Optional<JsonNode> usage(String chunk) {
        if (chunk.equals("[DONE]")) {
            return Optional.empty();
        }
        try {
            var node = JSON.readTree(chunk);
            return Stream.of(node.path("usage"), node.at("/x_groq/usage"))
                    .filter(usage -> usage.has("prompt_tokens"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
