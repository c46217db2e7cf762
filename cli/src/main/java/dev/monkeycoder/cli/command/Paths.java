package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;

/// Paths of the gateway's API.
final class Paths {
    static final String RUNS = "/api/v1/runs";
    static final String WORKSPACES = "/api/v1/workspaces";
    static final String KEYS = "/api/v1/auth/keys";

    private Paths() {}

    /// @throws Stop when the text can't be a run's id
    static String run(String id) {
        return RUNS + "/" + checked("run", id);
    }

    static String key(String id) {
        return KEYS + "/" + checked("key", id);
    }

    private static String checked(String what, String id) {
        if (id.matches("[A-Za-z0-9_-]{1,100}")) {
            return id;
        }
        throw Stop.with(Exit.USAGE, what + ": " + id + " is no id");
    }
}
