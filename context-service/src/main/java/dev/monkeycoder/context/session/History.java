package dev.monkeycoder.context.session;

import dev.monkeycoder.events.Message;
import java.util.ArrayDeque;
import java.util.List;

/// What a model is told of a session's earlier turns: the newest that fit.
public final class History {
    private static final String CUT = "... [cut]";

    private History() {}

    /// Question and answer of each turn, oldest first. Turns are left out whole; only when the
    /// newest one alone is too long, its two halves are cut.
    ///
    /// @param newestFirst turns in the order that they are taken until there is no room
    /// @param characters most characters of all messages together
    public static List<Message> of(List<Turn> newestFirst, int characters) {
        var messages = new ArrayDeque<Message>();
        var room = characters;
        for (var turn : newestFirst) {
            var needed = turn.asked().length() + turn.answer().length();
            if (needed > room && !messages.isEmpty()) {
                break;
            }
            messages.addFirst(new Message.Assistant(cut(turn.answer(), needed, room), List.of()));
            messages.addFirst(new Message.User(cut(turn.asked(), needed, room)));
            room -= needed;
        }
        return List.copyOf(messages);
    }

    private static String cut(String text, int needed, int room) {
        var most = Math.max(0, room / 2 - CUT.length());
        return needed <= room || text.length() <= most ? text : text.substring(0, most) + CUT;
    }
}
