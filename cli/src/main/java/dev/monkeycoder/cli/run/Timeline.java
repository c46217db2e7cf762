package dev.monkeycoder.cli.run;

import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Terminal;
import dev.monkeycoder.events.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened in a run, in order, each line with the time since the first.
public record Timeline(List<Entry> entries) {
    private static final int AGENT = 12;

    public Timeline {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /// @param kind the type of the stored event, such as `handoff.made`
    public record Entry(
            Instant at,
            int version,
            String kind,
            Optional<String> agent,
            OptionalLong turn,
            String title,
            Optional<String> detail,
            OptionalLong ms,
            Optional<Usage> usage,
            OptionalLong costMicros) {
        public Entry {
            agent = present(agent, Optional.empty());
            turn = present(turn, OptionalLong.empty());
            detail = present(detail, Optional.empty());
            ms = present(ms, OptionalLong.empty());
            usage = present(usage, Optional.empty());
            costMicros = present(costMicros, OptionalLong.empty());
        }

        boolean handoff() {
            return kind.contains("handoff");
        }

        private static <T> T present(@Nullable T value, T absent) {
            return value == null ? absent : value;
        }
    }

    public List<String> lines(Terminal terminal) {
        return lines(terminal, entries);
    }

    /// Only who gave the work to whom, with the first and the last entry around it.
    public List<String> handoffs(Terminal terminal) {
        return lines(
                terminal,
                entries.stream()
                        .filter(entry ->
                                entry.handoff()
                                        || entry.equals(entries.getFirst())
                                        || entry.equals(entries.getLast()))
                        .toList());
    }

    private List<String> lines(Terminal terminal, List<Entry> chosen) {
        if (chosen.isEmpty()) {
            return List.of(terminal.dim("nothing has happened yet"));
        }
        var start = entries.getFirst().at();
        return chosen.stream().flatMap(entry -> lines(terminal, start, entry)).toList();
    }

    private static Stream<String> lines(Terminal terminal, Instant start, Entry entry) {
        var agent = Plain.line(entry.agent().orElse(""), AGENT);
        var title = Plain.line(entry.title(), terminal.width() - AGENT - 12);
        var head =
                terminal.dim(offset(Duration.between(start, entry.at())))
                        + "  "
                        + agent
                        + " ".repeat(Math.max(0, AGENT - agent.length()))
                        + (entry.handoff() ? terminal.paint(Ink.YELLOW, title) : title)
                        + terminal.dim(numbers(entry));
        var detail =
                entry.detail()
                        .filter(text -> !text.isBlank())
                        .map(text -> Plain.line(text, terminal.width() - AGENT - 12))
                        .map(text -> " ".repeat(AGENT + 12) + terminal.dim(text));
        return Stream.concat(Stream.of(head), detail.stream());
    }

    private static String offset(Duration time) {
        return String.format(
                Locale.ROOT,
                "%3d:%02d.%03d",
                time.toMinutes(),
                time.toSecondsPart(),
                time.toMillisPart());
    }

    private static String numbers(Entry entry) {
        var numbers = new StringBuilder();
        entry.ms()
                .ifPresent(ms -> numbers.append(" · ").append(Amounts.time(Duration.ofMillis(ms))));
        entry.usage()
                .filter(usage -> usage.total() > 0)
                .ifPresent(usage ->
                        numbers.append(" · ")
                                .append(Amounts.tokens(usage.input(), usage.output())));
        entry.costMicros().stream()
                .filter(cost -> cost > 0)
                .forEach(cost -> numbers.append(" · ").append(Amounts.money(cost)));
        return numbers.toString();
    }
}
