package dev.monkeycoder.simulator.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.simulator.echo.EchoModel;
import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.fault.Faults;
import dev.monkeycoder.simulator.play.Beat;
import dev.monkeycoder.simulator.play.Frame;
import dev.monkeycoder.simulator.play.Playback;
import dev.monkeycoder.simulator.simulation.Models;
import dev.monkeycoder.simulator.simulation.Simulation;
import dev.monkeycoder.simulator.synthetic.SyntheticModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatCompletionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Models models = new Models(List.of(new SyntheticModel(), new EchoModel()));
    private final ChatCompletions completions =
            new ChatCompletions(
                    new Simulation(models, new Faults(), prefix -> prefix + "1", 1),
                    InstantSource.fixed(NOW));

    private Playback ask(String model, boolean stream, String user, String more) {
        String body =
                "{\"model\":\"%s\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]%s}"
                        .formatted(model, stream, user, more);
        return completions.perform(body).playback();
    }

    private static String sent(Playback playback) {
        return playback.beats().stream()
                .map(beat ->
                        beat instanceof Beat.Send(_, Frame(var text, _))
                                ? text
                                : "<" + beat.getClass().getSimpleName() + ">")
                .collect(Collectors.joining());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static int billed(Playback playback) {
        return playback.beats().stream()
                .mapToInt(beat -> beat instanceof Beat.Send send ? send.frame().tokens() : 0)
                .sum();
    }

    @Test
    void usageIsExactlyWhatIsSent() {
        Playback streamed =
                ask(
                        "synthetic",
                        true,
                        "[[sim tokens=37]]",
                        ",\"stream_options\":{\"include_usage\":true}");
        List<JsonNode> chunks =
                sent(streamed)
                        .lines()
                        .filter(line -> line.startsWith("data: {"))
                        .map(line -> json(line.substring(6)))
                        .toList();
        assertThat(chunks.getLast().path("usage").path("completion_tokens").asInt())
                .isEqualTo(37)
                .isEqualTo(billed(streamed));
        Playback whole = ask("synthetic", false, "[[sim tokens=37]]", "");
        JsonNode usage = json(sent(whole)).path("usage");
        assertThat(usage.path("completion_tokens").asInt()).isEqualTo(37).isEqualTo(billed(whole));
        assertThat(usage.path("total_tokens").asInt())
                .isEqualTo(37 + usage.path("prompt_tokens").asInt());
    }

    @Test
    void withoutIncludeUsageAStreamHasNone() {
        assertThat(sent(ask("synthetic", true, "hi", "")))
                .doesNotContain("usage")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void theEchoIsTheRequestToTheLetter() {
        String more = ",\"temperature\":0.25,\"max_tokens\":1";
        JsonNode body = json(sent(ask("echo", false, "hi", more)));
        assertThat(body.path("choices").path(0).path("message").path("content").asText())
                .isEqualTo(
                        "{\"model\":\"echo\",\"stream\":false,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]"
                                + more
                                + "}");
        assertThat(body.path("created").asLong()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void aLimitBreaksOffTheAnswer() {
        JsonNode choice =
                json(sent(ask("synthetic", false, "hi", ",\"max_tokens\":5")))
                        .path("choices")
                        .path(0);
        assertThat(choice.path("finish_reason").asText()).isEqualTo("length");
        assertThat(choice.path("message").path("content").asText())
                .isEqualTo("the order is kept by");
    }

    @Test
    void anAnswerThatIsNotStreamedComesWhenAllOfItIsSaid() {
        Playback whole = ask("synthetic", false, "[[sim tokens=10 ttft_ms=100 tps=10]]", "");
        assertThat(whole.beats()).extracting(Beat::at).containsOnly(Duration.ofMillis(1_100));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 429, requests, rate_limit_exceeded",
        "500, 500, server_error, ",
        "529, 529, overloaded_error, ",
        "refuse, 401, invalid_request_error, invalid_api_key",
    })
    void faultsInsteadOfAnAnswerAreErrorsInOpenAisFormat(
            String fault, int status, String type, String code) {
        Playback playback = ask("synthetic", true, "[[sim fault=" + fault + " retry_after=2]]", "");
        assertThat(playback.status()).isEqualTo(status);
        assertThat(playback.headers()).containsEntry("content-type", "application/json");
        JsonNode error = json(sent(playback)).path("error");
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("code").isNull() ? null : error.path("code").asText())
                .isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(playback.headers().get("retry-after")).isEqualTo(status == 401 ? null : "2");
    }

    @Test
    void anErrorEventStandsInTheStreamAndEndsIt() {
        String sent = sent(ask("synthetic", true, "[[sim fault=error_event after_chunks=2]]", ""));
        assertThat(sent.lines().filter(line -> !line.isEmpty()).toList())
                .hasSize(3)
                .last()
                .satisfies(line ->
                        assertThat(json(line.substring(6)).path("error").path("type").asText())
                                .isEqualTo("server_error"));
    }

    @Test
    void aMalformedChunkIsNoJsonAndTheOthersAre() {
        List<String> events =
                sent(ask("synthetic", true, "[[sim fault=malformed tokens=3 after_chunks=1]]", ""))
                        .lines()
                        .filter(line -> !line.isEmpty())
                        .toList();
        assertThat(events).hasSize(6);
        assertThat(events.get(1)).startsWith("data: {\"id\":").doesNotEndWith("}");
        assertThat(events).filteredOn(event -> event.endsWith("}")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"cut, <Cut>", "stall, <Silence>"})
    void faultsInMidStreamStrikeWhereTheyAreTold(String fault, String mark) {
        String streamed =
                sent(ask("synthetic", true, "[[sim fault=" + fault + " after_chunks=2]]", ""));
        assertThat(streamed.split("data: ", -1)).hasSize(3);
        assertThat(streamed).endsWith(mark);
        String whole = sent(ask("synthetic", false, "[[sim fault=" + fault + " id=2]]", ""));
        assertThat(whole).startsWith("{\"id\":").endsWith(mark).doesNotContain("usage");
    }

    @Test
    void whatIsNotStreamedIsSpoiledToo() {
        assertThat(
                        json(sent(ask("synthetic", false, "[[sim fault=error_event]]", "")))
                                .path("error")
                                .path("type")
                                .asText())
                .isEqualTo("server_error");
        String malformed = sent(ask("synthetic", false, "[[sim fault=malformed]]", ""));
        assertThat(malformed).startsWith("{\"id\":").doesNotEndWith("}");
    }

    @Test
    void anEmptyAnswerIsWellFormed() {
        JsonNode whole = json(sent(ask("synthetic", false, "[[sim fault=empty]]", "")));
        assertThat(whole.path("choices").path(0).path("message").path("content").asText())
                .isEmpty();
        assertThat(whole.path("choices").path(0).path("finish_reason").asText()).isEqualTo("stop");
        assertThat(whole.path("usage").path("completion_tokens").asInt()).isZero();
        assertThat(sent(ask("synthetic", true, "[[sim fault=empty id=2]]", "")))
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void refusalsSayWhy() {
        assertThat(json(sent(ask("gpt-9", false, "hi", ""))).path("error").path("code").asText())
                .isEqualTo("model_not_found");
        Playback bad = ask("synthetic", true, "[[sim speed=1]]", "");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(json(sent(bad)).path("error").path("message").asText())
                .isEqualTo("vendor simulator: unknown setting: speed");
        assertThat(completions.perform("{").playback().status()).isEqualTo(400);
        assertThat(completions.withoutKey().playback().status()).isEqualTo(401);
    }

    @Test
    void theFaultIsReportedForTheJournal() {
        String body =
                "{\"model\":\"synthetic\",\"messages\":[{\"role\":\"user\",\"content\":\"[[sim"
                        + " fault=stall]]\"}]}";
        ChatCompletions.Performance performance = completions.perform(body);
        assertThat(performance.model()).isEqualTo("synthetic");
        assertThat(performance.fault()).contains(Fault.Kind.STALL);
    }

    @Test
    void modelsAreListedInOpenAisFormat() {
        ModelList list = new ModelList(models, NOW);
        assertThat(json(sent(list.all())).path("data"))
                .extracting(model -> model.path("id").asText())
                .containsExactly("synthetic", "echo");
        assertThat(json(sent(list.one("echo"))).path("object").asText()).isEqualTo("model");
        assertThat(list.one("gpt-9").status()).isEqualTo(404);
    }
}
