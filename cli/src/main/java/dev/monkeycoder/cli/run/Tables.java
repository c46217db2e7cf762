package dev.monkeycoder.cli.run;

import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Table;
import dev.monkeycoder.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs and what they used, as tables.
public final class Tables {
    private Tables() {}

    /// One line an agent, then the sum as the run has it.
    public static List<String> spent(RunView run, Terminal terminal) {
        var rows = new ArrayList<List<String>>();
        run.byAgent()
                .forEach(share ->
                        rows.add(
                                row(
                                        share.agent(),
                                        share.turns(),
                                        share.inputTokens(),
                                        share.outputTokens(),
                                        share.costMicros())));
        var turns = run.byAgent().stream().mapToInt(RunView.Share::turns).sum();
        rows.add(row("all", turns, run.usage().input(), run.usage().output(), run.costMicros()));
        return new Table(List.of("agent", ">turns", ">input", ">output", ">cost"), rows)
                .lines(terminal);
    }

    private static List<String> row(String agent, int turns, long input, long output, long cost) {
        return List.of(
                agent,
                Integer.toString(turns),
                Amounts.count(input),
                Amounts.count(output),
                Amounts.money(cost));
    }

    public static List<String> runs(List<RunView> runs, Terminal terminal) {
        if (runs.isEmpty()) {
            return List.of(terminal.dim("no runs"));
        }
        return new Table(
                        List.of("run", "status", "started", ">took", ">cost", "task"),
                        runs.stream().map(Tables::row).toList())
                .lines(terminal);
    }

    private static List<String> row(RunView run) {
        return List.of(
                run.id(),
                run.status(),
                run.createdAt().map(Tables::moment).orElse(""),
                took(run),
                Amounts.money(run.costMicros()),
                Plain.line(run.prompt(), 60));
    }

    private static String took(RunView run) {
        return run.createdAt()
                .flatMap(start -> run.endedAt().map(end -> Duration.between(start, end)))
                .map(Amounts::time)
                .orElse("");
    }

    /// A run by itself: every field that has a value, then what its agents used.
    public static List<String> run(RunView run, Terminal terminal) {
        var lines = new ArrayList<String>();
        lines.add(terminal.bold("run " + run.id()) + " " + run.status());
        field(lines, terminal, "task", Plain.line(run.prompt()));
        field(lines, terminal, "pattern", run.pattern() + ": " + String.join(", ", run.agents()));
        field(lines, terminal, "started", run.createdAt().map(Tables::moment).orElse(""));
        field(lines, terminal, "took", took(run));
        field(
                lines,
                terminal,
                "workspace",
                run.workspace()
                        .map(is -> is.id() + " version " + is.baseVersion() + " → " + is.version())
                        .orElse(""));
        field(
                lines,
                terminal,
                "failure",
                run.failure().map(is -> Plain.line(is.detail())).orElse(""));
        field(lines, terminal, "trace", run.traceId().orElse(""));
        run.answer().ifPresent(answer -> lines.addAll(List.of("", Plain.text(answer).strip(), "")));
        lines.addAll(spent(run, terminal));
        return List.copyOf(lines);
    }

    private static void field(List<String> lines, Terminal terminal, String name, String value) {
        if (!value.isBlank()) {
            lines.add(
                    "  "
                            + terminal.dim(name + " ".repeat(Math.max(1, 11 - name.length())))
                            + value);
        }
    }

    private static String moment(Instant instant) {
        return instant.toString().substring(0, 19).replace('T', ' ') + "Z";
    }
}
