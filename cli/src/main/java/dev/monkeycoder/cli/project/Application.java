package dev.monkeycoder.cli.project;

import dev.monkeycoder.cli.diff.UnifiedDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Whether a diff may be written to the project as it is now. Either every file may, or none is.
public sealed interface Application {
    /// Each file to write or delete, in the diff's order.
    record Ready(List<Change> changes) implements Application {
        public Ready {
            changes = List.copyOf(changes);
        }
    }

    /// Why nothing is written: one sentence a file.
    record Conflict(List<String> reasons) implements Application {
        public Conflict {
            reasons = List.copyOf(reasons);
        }
    }

    /// A file's new state.
    sealed interface Change {
        String path();

        /// @param text one character a byte
        record Write(String path, String text, Optional<Boolean> executable) implements Change {}

        record Delete(String path) implements Change {}
    }

    /// What stands at a path now.
    sealed interface Present {
        record Nothing() implements Present {}

        /// @param text one character a byte
        record File(String text) implements Present {}

        /// A folder, a symbolic link, or a path through one.
        record Other(String what) implements Present {}
    }

    static Application of(UnifiedDiff diff, UploadedFiles uploaded, Function<String, Present> now) {
        var changes = new ArrayList<Change>();
        var reasons = new ArrayList<String>();
        for (var file : diff.files()) {
            new FileApplication(file, uploaded, now).decide(changes, reasons);
        }
        return reasons.isEmpty() ? new Ready(changes) : new Conflict(reasons);
    }
}
