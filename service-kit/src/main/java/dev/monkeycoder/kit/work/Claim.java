package dev.monkeycoder.kit.work;

import dev.monkeycoder.kit.event.EventJson;
import dev.monkeycoder.kit.event.Origin;
import java.time.Instant;

/// A command that this process may work on while it renews the lease.
///
/// @param key what the command is deduplicated by
/// @param type the CloudEvents type of the command
/// @param payload the command as JSON
/// @param attempt the number of this try, counted from 1; 0 when it was cancelled before the first
/// @param deadline after this the answer is of no use
/// @param cancelled whether somebody has asked to stop it
public record Claim(
        String key,
        String type,
        Origin origin,
        String payload,
        int attempt,
        Instant deadline,
        boolean cancelled) {

    /// The command itself.
    ///
    /// @throws dev.monkeycoder.kit.event.UnreadableEvent when it is not a `command`
    public <T> T command(Class<T> command) {
        return EventJson.read(payload, command);
    }

    /// The same attempt, after somebody has asked to stop it.
    public Claim stopped() {
        return new Claim(key, type, origin, payload, attempt, deadline, true);
    }
}
