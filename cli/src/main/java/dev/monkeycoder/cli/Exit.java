package dev.monkeycoder.cli;

/// The exit codes of every command.
public enum Exit {
    DONE(0),
    /// The work itself ended badly: the run failed, its tests fail, a part of the mesh is down.
    FAILED(1),
    /// The command line is wrong, or something must be configured first.
    USAGE(2),
    /// The gateway, the identity provider or the mesh can't be reached or did not start.
    UNREACHABLE(3),
    /// The gateway refused: the key is not good, the thing does not exist, a limit is reached.
    REFUSED(4),
    /// The diff was not applied since files changed meanwhile.
    CONFLICT(5),
    /// Ctrl-C.
    INTERRUPTED(130);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
