package dev.monkeycoder.kit.work;

import io.smallrye.mutiny.Uni;

/// What a service does with its accepted commands. Each method ends by [WorkQueue#complete] or
/// [WorkQueue#retry] in a transaction of its own; one that fails without either is tried again as a
/// new attempt.
public interface Worker {
    /// Does the work. Its subscription is cancelled when the lease is lost or the command is
    /// cancelled.
    Uni<Void> work(Claim claim);

    /// The command was cancelled: work in flight has been stopped, now an answer is due.
    Uni<Void> cancelled(Claim claim);

    /// The last allowed attempt has failed or was cut off: an answer is due. `claim.attempt()` is
    /// one more than were allowed.
    Uni<Void> exhausted(Claim claim);
}
