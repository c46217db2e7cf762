package dev.monkeycoder.simulator.openai;

import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.play.Beat;
import dev.monkeycoder.simulator.play.Pace;
import dev.monkeycoder.simulator.play.Playback;
import dev.monkeycoder.simulator.simulation.Outcome;
import dev.monkeycoder.simulator.simulation.Simulation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `POST /v1/chat/completions`, from the body to what goes out on the wire. The format is that of
/// OpenAI's API reference and of recorded answers.
public record ChatCompletions(Simulation simulation, InstantSource clock) {

    /// The answer to one request.
    ///
    /// @param model empty where the request names none
    public record Performance(Playback playback, String model, Optional<Fault.Kind> fault) {}

    public Performance perform(String body) {
        return switch (RequestReader.read(body)) {
            case ChatRequest.Invalid invalid ->
                    new Performance(playback(OpenAiError.invalid(invalid)), "", Optional.empty());
            case ChatRequest.Valid request -> perform(request);
        };
    }

    /// What a request without a key gets, whatever else it holds.
    public Performance withoutKey() {
        return new Performance(playback(OpenAiError.noKey()), "", Optional.empty());
    }

    private Performance perform(ChatRequest.Valid request) {
        String model = request.prompt().model();
        return switch (simulation.perform(request.prompt())) {
            case Outcome.Refused(var why, var detail) ->
                    new Performance(
                            playback(OpenAiError.refused(why, detail)), model, Optional.empty());
            case Outcome.Failed(var fault) ->
                    new Performance(
                            playback(OpenAiError.of(fault, model)),
                            model,
                            Optional.of(fault.kind()));
            case Outcome.Spoken spoken ->
                    new Performance(
                            request.stream() ? streamed(request, spoken) : whole(request, spoken),
                            model,
                            spoken.fault().map(Fault::kind));
        };
    }

    private Playback streamed(ChatRequest.Valid request, Outcome.Spoken spoken) {
        ChatStream stream = new ChatStream(stamp(request), request.usage(), request.obfuscate());
        List<Beat> beats =
                Beat.of(
                        stream.frames(spoken.utterance(), request.prompt().tokens()),
                        spoken.pace());
        return new Playback(
                200,
                headers("text/event-stream; charset=utf-8", Map.of("cache-control", "no-cache")),
                spoken.fault().map(fault -> stream.sabotage().spoil(beats, fault)).orElse(beats));
    }

    /// Not streamed, an answer comes when the model has said all of it. A fault strikes in its
    /// middle; only an error comes in place of all of it.
    private Playback whole(ChatRequest.Valid request, Outcome.Spoken spoken) {
        ChatBody body = new ChatBody(stamp(request));
        Duration said = spoken.pace().after(spoken.utterance().tokens());
        List<Beat> beats =
                Beat.of(
                        body.frames(spoken.utterance(), request.prompt().tokens()),
                        new Pace(said, 0));
        return new Playback(
                200,
                headers("application/json", Map.of()),
                spoken.fault()
                        .map(fault -> ChatBody.sabotage().spoil(beats, midway(fault)))
                        .orElse(beats));
    }

    private static Fault midway(Fault fault) {
        return new Fault(
                fault.kind(), fault.kind() == Fault.Kind.ERROR_EVENT ? 0 : 1, fault.retryAfter());
    }

    private Stamp stamp(ChatRequest.Valid request) {
        return new Stamp(
                simulation.ids().next("chatcmpl-"), clock.instant(), request.prompt().model());
    }

    private Playback playback(OpenAiError error) {
        return Playback.atOnce(
                error.status(), headers("application/json", error.headers()), error.body());
    }

    private Map<String, String> headers(String contentType, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("content-type", contentType);
        headers.put("x-request-id", simulation.ids().next("req_"));
        headers.put("openai-version", "2020-10-01");
        return headers;
    }
}
