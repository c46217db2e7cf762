package dev.monkeycoder.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.cli.terminal.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Terminal TERMINAL = new Terminal(90, false, false);
    private static final RunView RUN =
            Json.read(
                    """
                    {"id":"01890a5d-ac96-774b-bcce-b302099a8057","status":"finished","prompt":"add a discount\\nto the order",
                     "pattern":"handoff","agents":["planner","developer"],"created_at":"2026-11-22T10:00:00.123Z",
                     "ended_at":"2026-11-22T10:00:04.623Z","answer":"done","workspace":{"id":"w1","base_version":1,"version":3},
                     "usage":{"input":2400,"output":80,"cached_input":0,"cache_write":0,"reasoning":0},"cost_micros":2600,
                     "steps":4,"trace_id":"0af7651916cd43dd8448eb211c80319c","version":20,
                     "by_agent":[{"agent":"planner","turns":1,"input_tokens":1200,"output_tokens":40,"cost_micros":1300},
                                 {"agent":"developer","turns":1,"input_tokens":1200,"output_tokens":40,"cost_micros":1300}]}
                    """,
                    RunView.class);

    @Test
    void aRunWithWhatEachAgentSpent() {
        assertThat(String.join("\n", Tables.run(RUN, TERMINAL)))
                .isEqualTo(
                        """
                        run 01890a5d-ac96-774b-bcce-b302099a8057 finished
                          task       add a discount to the order
                          pattern    handoff: planner, developer
                          started    2026-11-22 10:00:00Z
                          took       4.5 s
                          workspace  w1 version 1 → 3
                          trace      0af7651916cd43dd8448eb211c80319c

                        done

                        agent      turns  input  output     cost
                        planner        1  1,200      40  $0.0013
                        developer      1  1,200      40  $0.0013
                        all            2  2,400      80  $0.0026\
                        """);
    }

    @Test
    void runsAsATable() {
        assertThat(Tables.runs(List.of(RUN), TERMINAL))
                .containsExactly(
                        "run                                   status    started               "
                                + " took     cost  task",
                        "01890a5d-ac96-774b-bcce-b302099a8057  finished  2026-11-22 10:00:00Z  4.5"
                                + " s  $0.0026  add…");
        assertThat(Tables.runs(List.of(), TERMINAL)).containsExactly("no runs");
    }

    @Test
    void aRunThatWasJustAcceptedHasFewFields() {
        var run = Json.read("{\"id\":\"r\",\"status\":\"accepted\"}", RunView.class);
        assertThat(run.ended()).isFalse();
        assertThat(Tables.run(run, TERMINAL)).startsWith("run r accepted");
    }

    @Test
    void aTimelineCountsFromItsFirstEntry() {
        var timeline = timeline();
        assertThat(String.join("\n", timeline.lines(TERMINAL)))
                .isEqualTo(
                        """
                        0:00.000              run started
                        0:00.800  planner     read_file src/Order.java · 12 ms
                        0:01.250  planner     hands over to developer
                                              the plan stands
                        1:02.000  developer   turn completed · 1,200 in + 40 out · $0.0013
                        """
                                .indent(2)
                                .stripTrailing());
    }

    @Test
    void handoffsStandBetweenTheFirstAndTheLastEntry() {
        assertThat(timeline().handoffs(TERMINAL))
                .hasSize(4)
                .noneMatch(line -> line.contains("read_file"));
    }

    private static Timeline timeline() {
        return Json.read(
                """
                {"entries":[
                 {"at":"2026-11-22T10:00:00Z","version":1,"kind":"run.started","title":"run started"},
                 {"at":"2026-11-22T10:00:00.8Z","version":3,"kind":"tool.finished","agent":"planner","turn":1,"title":"read_file src/Order.java","ms":12},
                 {"at":"2026-11-22T10:00:01.25Z","version":4,"kind":"handoff.made","agent":"planner","turn":1,"title":"hands over to developer","detail":"the plan stands"},
                 {"at":"2026-11-22T10:01:02Z","version":9,"kind":"turn.completed","agent":"developer","turn":2,"title":"turn completed",
                  "usage":{"input":1200,"output":40,"cached_input":0,"cache_write":0,"reasoning":0},"cost_micros":1300}]}
                """,
                Timeline.class);
    }
}
