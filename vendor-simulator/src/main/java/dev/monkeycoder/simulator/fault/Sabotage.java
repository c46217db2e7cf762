package dev.monkeycoder.simulator.fault;

import dev.monkeycoder.simulator.play.Beat;
import dev.monkeycoder.simulator.play.Frame;
import java.util.ArrayList;
import java.util.List;

/// Spoils the beats of an answer.
///
/// @param malformed a frame of the vendor's format whose JSON is broken
/// @param error a frame of the vendor's format that reports an error in mid-stream
public record Sabotage(Frame malformed, Frame error) {

    /// The beats with the fault in them. It strikes before the last beat at the latest, so that a
    /// spoiled answer is never whole. Faults that come instead of an answer leave the beats as they
    /// are.
    public List<Beat> spoil(List<Beat> beats, Fault fault) {
        int strike = Math.min(fault.afterChunks(), beats.size() - 1);
        Beat struck = beats.get(strike);
        List<Beat> spoiled = new ArrayList<>(beats.subList(0, strike));
        switch (fault.kind()) {
            case CUT -> spoiled.add(new Beat.Cut(struck.at()));
            case STALL -> spoiled.add(new Beat.Silence(struck.at()));
            case ERROR_EVENT -> spoiled.add(new Beat.Send(struck.at(), error));
            case MALFORMED -> {
                spoiled.add(new Beat.Send(struck.at(), malformed));
                spoiled.addAll(beats.subList(strike + 1, beats.size()));
            }
            case RATE_LIMITED, SERVER_ERROR, OVERLOADED, REFUSED, EMPTY -> {
                return beats;
            }
        }
        return spoiled;
    }
}
