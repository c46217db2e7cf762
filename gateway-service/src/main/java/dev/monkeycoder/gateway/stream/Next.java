package dev.monkeycoder.gateway.stream;

import java.util.List;

/// What to do next for a client.
public sealed interface Next {
    /// Send these, then ask again from `at`.
    record Send(Position at, List<Frame> frames) implements Next {}

    /// The store has what comes next: events of the topic are missing here.
    record AskStore(int after) implements Next {}

    /// Nothing until the tail changes again after `revision`.
    record Wait(long revision) implements Next {}
}
