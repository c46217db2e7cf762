package dev.monkeycoder.gateway.stream;

import dev.monkeycoder.events.CallId;
import dev.monkeycoder.events.ClientEvent.Durable;
import dev.monkeycoder.events.ClientEvent.Ended;
import dev.monkeycoder.events.ClientEvent.MessageCompleted;
import dev.monkeycoder.events.ClientEvent.TextDelta;
import dev.monkeycoder.events.ClientEvent.TurnRestarted;
import dev.monkeycoder.gateway.stream.Position.Sent;
import java.util.ArrayList;
import java.util.List;

/// Works out what a client at a position is to be sent, without gap and without repetition.
/// Whatever comes in, the deltas that a client got of a completed call and attempt add up to its
/// stored text.
public final class Frames {
    private final List<Frame> frames = new ArrayList<>();
    private Position at;

    public Frames(Position from) {
        at = from;
    }

    /// Where the client stands after all frames so far.
    public Position at() {
        return at;
    }

    public List<Frame> list() {
        return List.copyOf(frames);
    }

    /// A stored event. Those that the client has are passed over; the caller sees to it that none
    /// before it is missing.
    public Frames durable(Durable event) {
        if (event.version() <= at.version()) {
            return this;
        }
        if (event instanceof MessageCompleted message) {
            complete(message);
        }
        at = at.at(event.version());
        if (event instanceof Ended) {
            at = at.closed();
        }
        frames.add(new Frame(at, event));
        return this;
    }

    /// The rest of a message of which the client has a part; who has none of it takes the whole
    /// text from the event itself.
    private void complete(MessageCompleted message) {
        var number = message.call().number();
        var sent = at.open().get(number);
        if (sent != null) {
            if (sent.attempt() < message.attempt()) {
                restart(message.turn(), message.call(), message.attempt());
            }
            var from = sent.attempt() == message.attempt() ? sent.end() : 0;
            if (from < message.text().length()) {
                delta(
                        message.turn(),
                        message.call(),
                        message.attempt(),
                        from,
                        message.text().substring(from));
            }
            at = at.without(number);
        }
    }

    /// An open call's text so far.
    Frames text(OpenText text) {
        var sent = at.open().getOrDefault(text.call().number(), Sent.NOTHING);
        if (sent.attempt() > text.attempt()) {
            return this;
        }
        if (sent.attempt() < text.attempt()) {
            restart(text.turn(), text.call(), text.attempt());
            sent = new Sent(text.attempt(), 0);
        }
        if (sent.end() >= text.start() && sent.end() < text.end()) {
            delta(text.turn(), text.call(), text.attempt(), sent.end(), text.from(sent.end()));
        }
        return this;
    }

    private void restart(int turn, CallId call, int attempt) {
        at = at.with(call.number(), new Sent(attempt, 0));
        frames.add(new Frame(at, new TurnRestarted(call.run(), turn, call, attempt)));
    }

    private void delta(int turn, CallId call, int attempt, int offset, String text) {
        at = at.with(call.number(), new Sent(attempt, offset + text.length()));
        frames.add(new Frame(at, new TextDelta(call.run(), turn, call, attempt, offset, text)));
    }
}
