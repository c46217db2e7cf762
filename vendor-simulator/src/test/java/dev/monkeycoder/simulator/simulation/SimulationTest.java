package dev.monkeycoder.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.simulator.directive.Directive;
import dev.monkeycoder.simulator.fault.Fault;
import dev.monkeycoder.simulator.fault.FaultOrder;
import dev.monkeycoder.simulator.fault.Faults;
import dev.monkeycoder.simulator.model.Prompt;
import dev.monkeycoder.simulator.model.Reply;
import dev.monkeycoder.simulator.model.Said;
import dev.monkeycoder.simulator.model.SimulatedModel;
import dev.monkeycoder.simulator.model.Utterance;
import dev.monkeycoder.simulator.play.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private record Slow(String name) implements SimulatedModel {
        @Override
        public Reply reply(Prompt prompt, Directive directive) {
            return prompt.lastUserText().contains("mumble")
                    ? new Reply.Refused(Reply.Why.NO_RULE, "none")
                    : new Reply.Answer(
                            "hello there",
                            List.of(),
                            new Pace(Duration.ofMillis(100), 10),
                            prompt.maxTokens());
        }
    }

    private final Faults faults = new Faults();
    private final Simulation simulation =
            new Simulation(
                    new Models(List.of(new Slow("slow"), new Slow("slower"))),
                    faults,
                    prefix -> prefix + 1,
                    10);

    private Outcome ask(String model, String user) {
        return simulation.perform(
                new Prompt(
                        model,
                        List.of(new Said(Said.Speaker.USER, user)),
                        List.of(),
                        OptionalInt.empty(),
                        0,
                        ""));
    }

    private static Optional<Fault.Kind> fault(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Spoken spoken -> spoken.fault().map(Fault::kind);
            case Outcome.Failed(var fault) -> Optional.of(fault.kind());
            case Outcome.Refused _ -> Optional.empty();
        };
    }

    @Test
    void aModelSpeaksAtItsPaceTimesTheSpeed() {
        assertThat(ask("slow", "hi"))
                .isInstanceOfSatisfying(
                        Outcome.Spoken.class,
                        spoken -> {
                            assertThat(spoken.utterance().text()).isEqualTo("hello there");
                            assertThat(spoken.pace())
                                    .isEqualTo(new Pace(Duration.ofMillis(10), 100));
                            assertThat(spoken.fault()).isEmpty();
                        });
    }

    @Test
    void aDirectivesPaceIsTakenAsItIs() {
        assertThat(ask("slow", "hi [[sim tps=7]]"))
                .isInstanceOfSatisfying(
                        Outcome.Spoken.class,
                        spoken ->
                                assertThat(spoken.pace())
                                        .isEqualTo(new Pace(Duration.ofMillis(100), 7)));
    }

    @Test
    void anUnknownModelAndABadDirectiveAreRefused() {
        assertThat(ask("gpt", "hi")).isEqualTo(new Outcome.Refused(Reply.Why.UNKNOWN_MODEL, "gpt"));
        assertThat(ask("slow", "[[sim x=1]]"))
                .isEqualTo(new Outcome.Refused(Reply.Why.BAD_DIRECTIVE, "unknown setting: x"));
    }

    @Test
    void aRequestThatNoModelAnswersUsesUpNoFault() {
        faults.order(new FaultOrder(Optional.empty(), new Fault(Fault.Kind.OVERLOADED), 1));
        assertThat(ask("slow", "mumble")).isEqualTo(new Outcome.Refused(Reply.Why.NO_RULE, "none"));
        assertThat(ask("gpt", "hi")).isInstanceOf(Outcome.Refused.class);
        assertThat(ask("slow", "hi"))
                .isEqualTo(new Outcome.Failed(new Fault(Fault.Kind.OVERLOADED)));
    }

    @Test
    void aDirectivesFaultStrikesOncePerModelUnlessItSaysMore() {
        String once = "[[sim fault=cut]]";
        assertThat(fault(ask("slow", once))).contains(Fault.Kind.CUT);
        assertThat(fault(ask("slower", once))).contains(Fault.Kind.CUT);
        assertThat(fault(ask("slow", "another text, the same directive " + once))).isEmpty();
        assertThat(fault(ask("slow", "[[sim fault=cut id=2]]"))).contains(Fault.Kind.CUT);
    }

    @Test
    void theDirectivesFaultComesBeforeTheOrdered() {
        faults.order(new FaultOrder(Optional.of("slow"), new Fault(Fault.Kind.STALL), 1));
        assertThat(fault(ask("slow", "[[sim fault=malformed]]"))).contains(Fault.Kind.MALFORMED);
        assertThat(fault(ask("slow", "[[sim fault=malformed]]"))).contains(Fault.Kind.STALL);
        assertThat(fault(ask("slow", "[[sim fault=malformed]]"))).isEmpty();
    }

    @Test
    void anEmptyAnswerSaysNothing() {
        assertThat(ask("slow", "[[sim fault=empty]]"))
                .isInstanceOfSatisfying(
                        Outcome.Spoken.class,
                        spoken -> assertThat(spoken.utterance()).isEqualTo(Utterance.EMPTY));
    }

    @Test
    void twoModelsOfOneNameAndASpeedOfNothingAreRefused() {
        assertThatThrownBy(() -> new Models(List.of(new Slow("a"), new Slow("a"))))
                .hasMessage("two models of the name a");
        assertThatThrownBy(() -> new Simulation(new Models(List.of()), faults, prefix -> prefix, 0))
                .hasMessage("speed: 0.0 (expected: > 0)");
    }
}
