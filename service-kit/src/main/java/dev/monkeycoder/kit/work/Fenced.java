package dev.monkeycoder.kit.work;

/// The lease of an attempt was lost: somebody else has the command now, or it is done. The
/// transaction that meets this rolls back.
public final class Fenced extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Fenced(Claim claim) {
        super("attempt " + claim.attempt() + " of " + claim.key() + " no longer holds its lease");
    }
}
