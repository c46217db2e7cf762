package dev.monkeycoder.cli.run;

import dev.monkeycoder.events.ClientEvent;
import dev.monkeycoder.events.ClientEvent.Ended;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.RunFinished;
import java.util.Optional;

/// What is known of a run from its events so far.
///
/// @param scripted the vendor simulator gave an answer in it
public record Outcome(Optional<Ended> end, boolean scripted) {
    private static final String SIMULATOR = "simulator";

    public static final Outcome OPEN = new Outcome(Optional.empty(), false);

    public Outcome after(ClientEvent event) {
        return switch (event) {
            case Ended ended -> new Outcome(Optional.of(ended), scripted);
            case MessageCompleted message ->
                    new Outcome(end, scripted || message.vendor().equals(SIMULATOR));
            default -> this;
        };
    }

    public boolean finished() {
        return end.filter(RunFinished.class::isInstance).isPresent();
    }
}
