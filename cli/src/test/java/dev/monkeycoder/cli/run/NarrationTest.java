package dev.monkeycoder.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.terminal.Terminal;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.Failure;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunId;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.ToolUse;
import dev.monkeycoder.events.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NarrationTest {
    private static final RunId RUN = RunId.of("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final AgentName PLANNER = new AgentName("planner");
    private static final AgentName DEVELOPER = new AgentName("developer");
    private static final CallId CALL = new CallId(RUN, 2);
    private static final Terminal NARROW = new Terminal(44, false, false);

    @Test
    void tellsAWholeRun() {
        assertThat(
                        told(
                                new ClientEvent.RunStarted(
                                        RUN,
                                        1,
                                        AT,
                                        "handoff",
                                        List.of(PLANNER, DEVELOPER),
                                        "0af7651916cd43dd8448eb211c80319c"),
                                new ClientEvent.TurnStarted(RUN, 2, AT, 1, PLANNER),
                                delta(0, "I will first re"),
                                delta(15, "ad the order.\n\nThen I hand it over to the developer."),
                                completed(
                                        1,
                                        "I will first read the order.\n\n"
                                                + "Then I hand it over to the developer."),
                                new ClientEvent.ToolStarted(
                                        RUN,
                                        4,
                                        AT,
                                        1,
                                        PLANNER,
                                        new CallId(RUN, 3),
                                        new ToolUse(
                                                "1", "read_file", "{\"path\":\"src/Order.java\"}")),
                                new ClientEvent.ToolFinished(
                                        RUN,
                                        5,
                                        AT,
                                        1,
                                        PLANNER,
                                        new CallId(RUN, 3),
                                        "read_file",
                                        false,
                                        "34 lines",
                                        Optional.empty()),
                                new ClientEvent.HandoffMade(
                                        RUN,
                                        6,
                                        AT,
                                        1,
                                        PLANNER,
                                        DEVELOPER,
                                        "the plan stands",
                                        "{}",
                                        1,
                                        new RunSpec.Limits(18, 90_000, new Money(990_000), 570)),
                                new ClientEvent.TurnCompleted(
                                        RUN,
                                        7,
                                        AT,
                                        1,
                                        PLANNER,
                                        Usage.of(1200, 40),
                                        new Money(1300)),
                                new ClientEvent.RunFinished(
                                        RUN,
                                        8,
                                        AT,
                                        "done",
                                        3,
                                        Usage.of(1200, 40),
                                        new Money(1300))))
                .isEqualTo(
                        """
                        run 01890a5d-ac96-774b-bcce-b302099a8057 · handoff · trace 0af7651916cd43dd8448eb211c80319c

                        planner · turn 1
                          │ I will first read the order.
                          │
                          │ Then I hand it over to the developer.
                          simulator/scripted · 1,200 in + 40 out · $0.0013
                          → read_file src/Order.java
                          ← read_file: 34 lines
                        ⇢ planner hands over to developer: the plan stands
                          handoff 1 · workspace version 1 · left: 18 steps, 90,000 tokens, $0.9900, 570 s
                          turn 1 · 1,200 in + 40 out · $0.0013
                        ✔ run finished · workspace version 3 · 1,200 in + 40 out · $0.0013
                        """);
    }

    @Test
    void linesBreakBetweenWordsWhereverTheStreamWasCut() {
        assertThat(
                        told(
                                delta(0, "alpha beta gam"),
                                delta(14, "ma delta epsilon zeta e"),
                                delta(37, "ta theta")))
                .isEqualTo(
                        """
                          │ alpha beta gamma delta epsilon zeta eta
                          │ theta
                        """);
    }

    @Test
    void textThatWasShownIsNotShownAgain() {
        assertThat(
                        told(
                                delta(0, "hello "),
                                delta(0, "hello "),
                                delta(3, "lo you"),
                                completed(1, "hello you.")))
                .isEqualTo("  │ hello you.\n  simulator/scripted · 1,200 in + 40 out · $0.0013\n");
    }

    @Test
    void aGapIsFilledByTheWholeMessage() {
        assertThat(told(delta(0, "one "), delta(8, "three"), completed(1, "one two three")))
                .startsWith("  │ one two three\n");
    }

    @Test
    void aNewAttemptStartsTheAnswerAgain() {
        assertThat(
                        told(
                                delta(0, "half an ans"),
                                new ClientEvent.TurnRestarted(RUN, 1, CALL, 2),
                                new ClientEvent.TextDelta(RUN, 1, CALL, 2, 0, "whole")))
                .isEqualTo(
                        """
                          │ half an ans
                          ↻ attempt 2 took over; the answer starts again
                          │ whole
                        """);
    }

    @Test
    void anAttemptThatOnlyItsMessageNamesIsShownToo() {
        assertThat(told(delta(0, "half"), completed(2, "whole")))
                .startsWith(
                        "  │ half\n  ↻ attempt 2 took over; the answer starts again\n  │ whole\n");
    }

    @Test
    void aFailureSaysWhatToDo() {
        assertThat(
                        told(
                                new ClientEvent.RunFailed(
                                        RUN,
                                        3,
                                        AT,
                                        new Failure(
                                                Failure.Kind.UNAVAILABLE,
                                                "openai is down; try again later"),
                                        Usage.NONE,
                                        Money.ZERO)))
                .isEqualTo(
                        "✘ run failed: openai is down; try again later · unavailable · 0 in + 0 out"
                                + " · $0.0000\n");
    }

    @Test
    void aModelCannotDriveTheTerminal() {
        assertThat(told(delta(0, "safe\u001b[2J\u0007 and\u202e sound")))
                .isEqualTo("  │ safe[2J and sound\n");
    }

    @Test
    void eachAgentHasItsColour() {
        var terminal = new Terminal(80, true, true);
        var told =
                Narration.on(terminal).after(new ClientEvent.TurnStarted(RUN, 1, AT, 1, PLANNER));
        var second = told.next().after(new ClientEvent.TurnStarted(RUN, 2, AT, 2, DEVELOPER));
        assertThat(told.text()).contains("\u001b[36mplanner");
        assertThat(second.text()).contains("\u001b[35mdeveloper");
    }

    private static ClientEvent delta(int offset, String text) {
        return new ClientEvent.TextDelta(RUN, 1, CALL, 1, offset, text);
    }

    private static ClientEvent completed(int attempt, String text) {
        return new ClientEvent.MessageCompleted(
                RUN,
                3,
                AT,
                1,
                PLANNER,
                CALL,
                attempt,
                text,
                List.of(),
                "simulator",
                "scripted",
                Usage.of(1200, 40),
                new Money(1300));
    }

    private static String told(ClientEvent... events) {
        var narration = Narration.on(NARROW);
        var text = new StringBuilder();
        for (var event : events) {
            var told = narration.after(event);
            text.append(told.text());
            narration = told.next();
        }
        return text.append(narration.end().text()).toString();
    }
}
