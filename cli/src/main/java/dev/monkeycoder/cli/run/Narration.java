package dev.monkeycoder.cli.run;

import dev.monkeycoder.cli.terminal.Amounts;
import dev.monkeycoder.cli.terminal.Column;
import dev.monkeycoder.cli.terminal.Ink;
import dev.monkeycoder.cli.terminal.Plain;
import dev.monkeycoder.cli.terminal.Terminal;
import dev.monkeycoder.events.AgentName;
import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.HandoffMade;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunCancelled;
import dev.monkeycoder.events.ClientEvent.RunCancelling;
import dev.monkeycoder.events.ClientEvent.RunFailed;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import dev.monkeycoder.events.ClientEvent.RunStarted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.ToolFinished;
import dev.monkeycoder.events.ClientEvent.ToolStarted;
import dev.monkeycoder.events.ClientEvent.TurnCompleted;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import dev.monkeycoder.events.ClientEvent.TurnStarted;
import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.events.Usage;
import java.util.Optional;

/// Tells a run while it goes on: an event in, text out. Text of a model that was shown once, as it
/// streamed, is not shown again when its message is complete.
public record Narration(Terminal terminal, Cast cast, Optional<Speech> speech) {
    private static final String GUTTER = "│ ";
    private static final int REASON = 300;

    /// What to print, and the narration after it.
    public record Told(String text, Narration next) {}

    /// The answer that is being shown.
    ///
    /// @param shown UTF-16 units of it that were printed
    record Speech(CallId call, int attempt, int shown, Column column) {}

    public static Narration on(Terminal terminal) {
        return new Narration(terminal, Cast.EMPTY, Optional.empty());
    }

    public Told after(ClientEvent event) {
        return switch (event) {
            case RunStarted started -> with(cast.joined(started.agents())).say(opening(started));
            case TurnStarted turn -> turn(turn);
            case TextDelta delta -> speak(delta);
            case TurnRestarted(_, _, var call, var attempt) -> restart(call, attempt);
            case MessageCompleted message -> complete(message);
            case ToolStarted started -> say(started(started));
            case ToolFinished finished -> say(finished(finished));
            case HandoffMade handoff -> with(cast.joined(handoff.to())).say(handoff(handoff));
            case TurnCompleted turn -> say(completed(turn));
            case RunCancelling(_, _, _, var reason) ->
                    say(terminal.paint(Ink.YELLOW, "◌ cancelling: " + line(reason)));
            case RunFinished(_, _, _, _, var version, var usage, var cost) ->
                    say(
                            terminal.paint(Ink.GREEN, "✔ run finished")
                                    + terminal.dim(
                                            " · workspace version "
                                                    + version
                                                    + spent(usage, cost)));
            case RunFailed(_, _, _, var failure, var usage, var cost) ->
                    say(
                            terminal.paint(Ink.RED, "✘ run failed: " + line(failure.detail()))
                                    + terminal.dim(
                                            " · "
                                                    + Json.write(failure.kind()).replace("\"", "")
                                                    + spent(usage, cost)));
            case RunCancelled(_, _, _, var reason, var usage, var cost) ->
                    say(
                            terminal.paint(Ink.YELLOW, "◌ run cancelled: " + line(reason))
                                    + terminal.dim(spent(usage, cost)));
        };
    }

    /// Closes a line that is still open, as before a message of somebody else. What comes of the
    /// same answer afterwards goes on in a new line.
    public Told end() {
        if (speech.isEmpty()) {
            return new Told("", this);
        }
        var open = speech.get();
        var set = open.column().end();
        var closed = new Speech(open.call(), open.attempt(), open.shown(), set.next());
        return new Told(set.text(), new Narration(terminal, cast, Optional.of(closed)));
    }

    private Told say(String line) {
        return new Told(end().text() + line + "\n", end().next());
    }

    private Narration with(Cast joined) {
        return new Narration(terminal, joined, speech);
    }

    private Told turn(TurnStarted turn) {
        var told = with(cast.joined(turn.agent()).onStage(turn.turn(), turn.agent()));
        return told.say("\n" + told.name(turn.agent()) + terminal.dim(" · turn " + turn.turn()));
    }

    private String opening(RunStarted started) {
        return terminal.bold("run " + started.run())
                + terminal.dim(
                        " · "
                                + Plain.line(started.pattern())
                                + " · trace "
                                + Plain.line(started.trace()));
    }

    private Told speak(TextDelta delta) {
        var said = shown(delta.call(), delta.attempt());
        var overlap = said - delta.offset();
        if (overlap < 0 || overlap >= delta.text().length()) {
            return new Told("", this);
        }
        return speak(delta.turn(), delta.call(), delta.attempt(), delta.text().substring(overlap));
    }

    private Told speak(int turn, CallId call, int attempt, String text) {
        var open = speech.filter(is -> is.call().equals(call) && is.attempt() == attempt);
        var before = open.isPresent() ? "" : end().text();
        var column =
                open.map(Speech::column)
                        .orElseGet(() -> Column.behind(gutter(turn), terminal.width() - 4));
        var set = column.write(text);
        var said = open.map(Speech::shown).orElse(0) + text.length();
        return new Told(
                before + set.text(),
                new Narration(
                        terminal, cast, Optional.of(new Speech(call, attempt, said, set.next()))));
    }

    private int shown(CallId call, int attempt) {
        return speech.filter(is -> is.call().equals(call) && is.attempt() == attempt)
                .map(Speech::shown)
                .orElse(0);
    }

    private Told restart(CallId call, int attempt) {
        var stale = speech.filter(is -> is.call().equals(call) && is.attempt() < attempt);
        return stale.isPresent() ? say(restarted(attempt)) : new Told("", this);
    }

    private String restarted(int attempt) {
        return terminal.paint(
                Ink.YELLOW, "  ↻ attempt " + attempt + " took over; the answer starts again");
    }

    private Told complete(MessageCompleted message) {
        var restart = restart(message.call(), message.attempt());
        var told = restart.next();
        var shown =
                Math.min(told.shown(message.call(), message.attempt()), message.text().length());
        var rest = message.text().substring(shown);
        var whole =
                rest.isEmpty()
                        ? new Told("", told)
                        : told.speak(message.turn(), message.call(), message.attempt(), rest);
        var footer = whole.next().say(terminal.dim("  " + answered(message)));
        return new Told(restart.text() + whole.text() + footer.text(), footer.next());
    }

    private static String answered(MessageCompleted message) {
        return line(message.vendor())
                + "/"
                + line(message.model())
                + spent(message.usage(), message.cost());
    }

    private String started(ToolStarted started) {
        return "  "
                + terminal.paint(Ink.BLUE, "→ " + Plain.line(started.use().name()))
                + " "
                + Plain.line(ToolWords.of(started.use()), terminal.width() - 24);
    }

    private String finished(ToolFinished finished) {
        var mark = finished.error() ? terminal.paint(Ink.RED, "✘ ") : terminal.dim("← ");
        var changed = finished.changed().map(path -> "wrote " + line(path) + " · ").orElse("");
        return "  "
                + mark
                + terminal.dim(
                        Plain.line(
                                finished.tool() + ": " + changed + finished.summary(),
                                terminal.width() - 6));
    }

    private String handoff(HandoffMade handoff) {
        return terminal.paint(Ink.YELLOW, "⇢ ")
                + name(handoff.from())
                + " hands over to "
                + name(handoff.to())
                + ": "
                + Plain.line(handoff.reason(), REASON)
                + "\n  "
                + terminal.dim(
                        "handoff "
                                + handoff.number()
                                + " · workspace version "
                                + handoff.workspaceVersion()
                                + " · left: "
                                + left(handoff.remaining()));
    }

    private static String left(RunSpec.Limits left) {
        return left.steps()
                + " steps, "
                + Amounts.count(left.tokens())
                + " tokens, "
                + Amounts.money(left.cost().micros())
                + ", "
                + left.seconds()
                + " s";
    }

    private String completed(TurnCompleted turn) {
        return "  " + terminal.dim("turn " + turn.turn() + spent(turn.usage(), turn.cost()));
    }

    private static String spent(Usage usage, Money cost) {
        return " · "
                + Amounts.tokens(usage.input(), usage.output())
                + " · "
                + Amounts.money(cost.micros());
    }

    private String gutter(int turn) {
        return "  "
                + cast.at(turn)
                        .map(agent -> terminal.paint(cast.ink(agent), GUTTER))
                        .orElse(GUTTER);
    }

    private String name(AgentName agent) {
        return terminal.bold(terminal.paint(cast.ink(agent), line(agent.value())));
    }

    private static String line(String text) {
        return Plain.line(text);
    }
}
