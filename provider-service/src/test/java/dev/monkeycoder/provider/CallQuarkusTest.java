package dev.monkeycoder.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.monkeycoder.events.CallResult.CallFailed;
import dev.monkeycoder.events.CallResult.ModelCompleted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.Fact.UsageRecorded;
import dev.monkeycoder.events.Failure.Kind;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.testkit.MeshServers;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A call from its command to its result, with a vendor that behaves as told.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakeVendor.class)
class CallQuarkusTest {
    private static final Usage COUNTED = new Usage(100, 10, 40, 0, 0);
    private static final String ANSWER = "Hello world 😀";

    @Inject Spans spans;
    private final Mesh mesh = new Mesh();

    @AfterEach
    void close() {
        mesh.close();
    }

    @Test
    void textIsStreamedAndThenTheAnswerIsWhole() {
        mesh.send(mesh.call("ok"));
        var completed = mesh.completed();
        assertThat(completed)
                .returns(ANSWER, ModelCompleted::text)
                .returns(1, ModelCompleted::attempt)
                .returns("compatible", ModelCompleted::vendor)
                .returns("answered-model", ModelCompleted::model)
                .returns("stop", ModelCompleted::finish)
                .returns(COUNTED, ModelCompleted::usage);
        var seen = mesh.seenInAll();
        assertThat(seen).hasSizeGreaterThan(1).allMatch(TextDelta.class::isInstance);
        assertThat(Mesh.text(seen, 1)).isEqualTo(ANSWER);
        assertThat(seen.getFirst())
                .isInstanceOfSatisfying(
                        TextDelta.class, delta -> assertThat(delta.text()).isEqualTo("Hello "));
        var offset = 0;
        for (var event : seen) {
            assertThat(((TextDelta) event).offset()).isEqualTo(offset);
            offset += ((TextDelta) event).text().length();
        }
    }

    @Test
    void attemptIsBookedOnceWithTheVendorsCount() {
        mesh.send(mesh.call("ok"));
        mesh.completed();
        assertThat(mesh.booked(1))
                .singleElement()
                .returns("completed", UsageRecorded::outcome)
                .returns(COUNTED, UsageRecorded::usage)
                .returns(false, UsageRecorded::estimated)
                .returns(1, UsageRecorded::attempt)
                .returns("answered-model", UsageRecorded::model);
    }

    @Test
    void sameCommandTwiceIsOneCallAndOneBooking() {
        var command = mesh.call("ok");
        mesh.send(command);
        mesh.send(command);
        var first = mesh.completed();
        mesh.send(command);
        assertThat(mesh.results(2)).containsOnly(first);
        assertThat(mesh.asked()).hasSize(1);
        assertThat(mesh.booked(1)).hasSize(1);
    }

    @Test
    void toolUsesAndShortenedAnswersArePassedOn() {
        mesh.send(mesh.call("tool"));
        assertThat(mesh.completed())
                .returns("tool_calls", ModelCompleted::finish)
                .returns(List.of(new ToolUse("t1", "read_file", "{}")), ModelCompleted::toolUses);
    }

    @Test
    void answerAtItsBoundSaysSo() {
        mesh.send(mesh.call("long"));
        assertThat(mesh.completed().finish()).isEqualTo("length");
    }

    @Test
    void answerWithoutACountIsEstimated() {
        mesh.send(mesh.call("uncounted"));
        assertThat(mesh.completed().usage().output()).isPositive();
        assertThat(mesh.booked(1).getFirst())
                .returns(true, UsageRecorded::estimated)
                .returns("completed", UsageRecorded::outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "cut,reset", "unfinished,cut", "malformed,malformed", "stall,stalled",
        "silent,first_token_timeout", "never,first_token_timeout", "reset,reset", "empty,empty",
        "overloaded,error_event", "500,server_error", "529,overloaded"
    })
    void whatMayPassIsTriedAgain(String behaviour, String errorType) {
        mesh.send(mesh.call(behaviour + ",ok"));
        assertThat(mesh.completed())
                .returns(2, ModelCompleted::attempt)
                .returns(ANSWER, ModelCompleted::text);
        assertThat(mesh.booked(2)).extracting(UsageRecorded::attempt).containsExactly(1, 2);
        await().atMost(Mesh.PATIENCE).until(() -> spans.chats(mesh.trace).size() == 2);
        assertThat(spans.chats(mesh.trace).getFirst().getAttributes().asMap())
                .containsValue(errorType);
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID",
        "401,REFUSED",
        "404,INVALID",
        "no-quota,REFUSED",
        "429-for-an-hour,UNAVAILABLE"
    })
    void whatWaitingDoesNotMendIsNot(String behaviour, Kind kind) {
        mesh.send(mesh.call(behaviour));
        var failed = mesh.failed();
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.failure().detail()).contains("compatible").doesNotContain(FakeVendor.KEY);
        assertThat(failed.usage()).isEqualTo(Usage.NONE);
        assertThat(mesh.asked()).hasSize(1);
        assertThat(mesh.booked(1).getFirst())
                .returns("failed", UsageRecorded::outcome)
                .returns(false, UsageRecorded::estimated);
    }

    @Test
    void rateLimitIsWaitedOutWithoutARestartForClients() {
        mesh.send(mesh.call("429,ok"));
        assertThat(mesh.completed())
                .returns(2, ModelCompleted::attempt)
                .returns(COUNTED, ModelCompleted::usage);
        assertThat(mesh.seenInAll()).allMatch(TextDelta.class::isInstance);
        assertThat(mesh.booked(2).getFirst()).returns(Usage.NONE, UsageRecorded::usage);
    }

    @Test
    void clientsAreToldToDropTheTextOfACutAttempt() {
        mesh.send(mesh.call("cut,ok"));
        var completed = mesh.completed();
        var seen = mesh.seenInAll();
        assertThat(seen)
                .extracting(event -> event.getClass().getSimpleName())
                .startsWith("TextDelta", "TurnRestarted", "TextDelta");
        assertThat(Mesh.text(seen, 1)).isEqualTo("Hello ");
        assertThat(Mesh.text(seen, 2)).isEqualTo(ANSWER).isEqualTo(completed.text());
        var cut = mesh.booked(2).getFirst();
        assertThat(cut)
                .returns("cut", UsageRecorded::outcome)
                .returns(true, UsageRecorded::estimated);
        assertThat(completed.usage()).isEqualTo(cut.usage().plus(COUNTED));
    }

    @Test
    void threeAttemptsAreAllAndTheirCostIsTheCalls() {
        mesh.send(mesh.call("cut", Optional.of("simulator/m"), Duration.ofSeconds(90)));
        var failed = mesh.failed();
        assertThat(failed.failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failed.failure().detail()).contains("after 3 attempts");
        var booked = mesh.booked(3);
        assertThat(mesh.asked()).hasSize(3);
        assertThat(booked.stream().map(UsageRecorded::usage).reduce(Usage.NONE, Usage::plus))
                .isEqualTo(failed.usage());
        assertThat(booked.stream().map(UsageRecorded::cost).reduce(Money.ZERO, Money::plus))
                .isEqualTo(failed.cost());
        assertThat(failed.cost().micros()).isPositive();
    }

    @Test
    void deadlineEndsACallInMidStream() {
        mesh.send(mesh.call("endless", Optional.empty(), Duration.ofSeconds(5)));
        assertThat(mesh.failed().failure().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(mesh.booked(1).getFirst())
                .returns("cut", UsageRecorded::outcome)
                .returns(true, UsageRecorded::estimated);
        await().atMost(Mesh.PATIENCE).until(() -> mesh.vendorLog().contains("gone"));
    }

    @Test
    void commandThatComesTooLateIsNotSent() {
        mesh.send(mesh.call("ok", Optional.empty(), Duration.ofSeconds(-1)));
        assertThat(mesh.failed().failure().kind()).isEqualTo(Kind.DEADLINE_EXCEEDED);
        assertThat(mesh.vendorLog()).isEmpty();
    }

    @Test
    void cancelStopsTheVendorAtOnceAndIsBooked() {
        var command = mesh.call("endless");
        mesh.send(command);
        mesh.seen(1);
        mesh.cancel(command);
        assertThat(mesh.failed())
                .returns(Kind.CANCELLED, failed -> failed.failure().kind())
                .satisfies(failed -> assertThat(failed.usage().total()).isPositive());
        assertThat(mesh.booked(1).getFirst())
                .returns("cancelled", UsageRecorded::outcome)
                .returns(true, UsageRecorded::estimated);
        await().atMost(Mesh.PATIENCE).until(() -> mesh.vendorLog().contains("gone"));
    }

    @Test
    void modelThatNobodyHasIsRefusedWithAdvice() {
        mesh.send(mesh.call("ok", Optional.of("groq/m"), Duration.ofSeconds(90)));
        assertThat(mesh.failed())
                .returns(Kind.INVALID, failed -> failed.failure().kind())
                .returns(Usage.NONE, CallFailed::usage)
                .satisfies(
                        failed -> assertThat(failed.failure().detail()).contains("GROQ_API_KEY"));
        assertThat(mesh.vendorLog()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "simulator/m,ok m trace=true key=true",
        "openai/m,ok m trace=false key=true",
        "compatible/m,ok m trace=false key=false"
    })
    void onlyTheSimulatorIsToldOfTheTrace(String model, String line) {
        mesh.send(mesh.call("ok", Optional.of(model), Duration.ofSeconds(90)));
        mesh.completed();
        assertThat(mesh.vendorLog()).containsExactly(line);
    }

    @Test
    void eachAttemptIsASpanBelowWhatCausedTheCommand() {
        mesh.send(mesh.call("cut,ok"));
        mesh.completed();
        await().atMost(Mesh.PATIENCE).until(() -> spans.chats(mesh.trace).size() == 2);
        var names = spans.chats(mesh.trace);
        assertThat(names)
                .allSatisfy(span -> {
                    assertThat(span.getName()).isEqualTo("chat test-model");
                    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
                    assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
                });
        var attributes =
                names.getLast().getAttributes().asMap().entrySet().stream()
                        .map(entry -> entry.getKey().getKey() + "=" + entry.getValue())
                        .toList();
        assertThat(attributes)
                .contains(
                        "gen_ai.operation.name=chat",
                        "gen_ai.provider.name=compatible",
                        "gen_ai.request.model=test-model",
                        "gen_ai.response.model=answered-model",
                        "gen_ai.usage.input_tokens=100",
                        "gen_ai.usage.cache_read.input_tokens=40",
                        "gen_ai.response.finish_reasons=[stop]");
        assertThat(names.getFirst().getAttributes().asMap().values()).contains("reset");
    }
}
