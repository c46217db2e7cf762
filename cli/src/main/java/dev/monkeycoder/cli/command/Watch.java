package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.gateway.client.EventFollower;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.run.ClientEvents;
import dev.monkeycoder.cli.run.Narration;
import dev.monkeycoder.cli.run.Outcome;
import dev.monkeycoder.cli.sse.SseEvent;
import dev.monkeycoder.cli.terminal.Terminal;
import dev.monkeycoder.events.ClientEvent;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Follows a run to its end and tells it.
final class Watch {
    private final Gateway gateway;
    private final PrintStream to;
    private Narration narration;
    private Outcome outcome = Outcome.OPEN;

    Watch(Gateway gateway, PrintStream to, Terminal terminal) {
        this.gateway = gateway;
        this.to = to;
        this.narration = Narration.on(terminal);
    }

    /// @return what is known when the run has ended
    Outcome told(String run) {
        return follow(run, Optional.empty(), (_, event) -> event.ifPresent(this::tell));
    }

    Outcome told(String run, Optional<String> after) {
        return follow(run, after, (_, event) -> event.ifPresent(this::tell));
    }

    /// Gives each event to `sink` as it came, read when its type is known.
    Outcome follow(
            String run, Optional<String> after, BiConsumer<SseEvent, Optional<ClientEvent>> sink) {
        new EventFollower(gateway, Paths.run(run) + "/events", after, this::note)
                .follow(event -> take(event, sink));
        return outcome;
    }

    private boolean take(SseEvent event, BiConsumer<SseEvent, Optional<ClientEvent>> sink) {
        var known = ClientEvents.read(event.data());
        sink.accept(event, known);
        outcome = known.map(outcome::after).orElse(outcome);
        return outcome.end().isEmpty();
    }

    private void tell(ClientEvent event) {
        var told = narration.after(event);
        narration = told.next();
        to.print(told.text());
        to.flush();
    }

    private void note(String text) {
        var told = narration.end();
        narration = told.next();
        to.print(told.text());
        to.println("… " + text);
    }
}
