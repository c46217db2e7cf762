package dev.monkeycoder.context;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What context-service can be told by its environment; `monkey.workspaces.file-bytes` is
/// `MONKEY_WORKSPACES_FILE_BYTES` there, and so on.
@ConfigMapping(prefix = "monkey")
public interface ContextConfig {
    Workspaces workspaces();

    Tools tools();

    Sessions sessions();

    Work work();

    interface Workspaces {
        /// Most files of a workspace.
        @WithDefault("20000")
        int files();

        /// Most bytes of one file; a larger one is left out of an upload.
        @WithDefault("10000000")
        long fileBytes();

        /// Most bytes of all files of a workspace together.
        @WithDefault("200000000")
        long totalBytes();

        /// Most bytes of an upload as it is sent. `quarkus.http.limits.max-body-size` has to be
        /// more.
        @WithDefault("200000000")
        long archiveBytes();

        /// Most bytes that an upload may unpack to for each byte sent; more is taken for a bomb.
        @WithDefault("200")
        int archiveRatio();

        /// Most uploads at once; another one is answered with 503 and `Retry-After`.
        @WithDefault("4")
        int uploadsAtOnce();
    }

    interface Tools {
        /// Most characters that a tool answers at once.
        @WithDefault("30000")
        int outputCharacters();

        /// Most matches of a search.
        @WithDefault("200")
        int matches();

        /// Most characters of a line that a search shows.
        @WithDefault("300")
        int lineCharacters();

        /// Most lines of a list of files.
        @WithDefault("1000")
        int listedFiles();

        /// Most bytes that a search reads; the answer says when files were left out.
        @WithDefault("100000000")
        long searchedBytes();
    }

    interface Sessions {
        /// Most characters of a session's earlier turns that a run gets to see.
        @WithDefault("30000")
        int historyCharacters();

        /// Most turns that are read for that.
        @WithDefault("200")
        int historyTurns();
    }

    interface Work {
        /// Most commands that one process works on at once.
        @WithDefault("16")
        int inFlight();

        /// Most attempts of a command.
        @WithDefault("3")
        int attempts();

        /// How long a command stays with a process that doesn't renew its lease.
        @WithDefault("PT10S")
        Duration lease();
    }
}
