package dev.monkeycoder.cli.project;

import dev.monkeycoder.cli.diff.FilePatch;
import dev.monkeycoder.cli.diff.UnifiedDiff;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One file of an [Application].
record FileApplication(
        FilePatch file, UploadedFiles uploaded, Function<String, Application.Present> now) {
    void decide(List<Application.Change> changes, List<String> reasons) {
        var reason = refusal();
        if (reason.isPresent()) {
            reasons.add(reason.get());
            return;
        }
        var old = file.before().map(path -> content(now.apply(path))).orElse("");
        var text = file.apply(old);
        if (text.isEmpty()) {
            reasons.add(file.path() + ": the diff does not fit the file");
            return;
        }
        file.after()
                .ifPresent(path ->
                        changes.add(
                                new Application.Change.Write(path, text.get(), file.executable())));
        file.before()
                .filter(path -> !file.after().equals(Optional.of(path)))
                .ifPresent(path -> changes.add(new Application.Change.Delete(path)));
    }

    private Optional<String> refusal() {
        if (file.binary()) {
            return Optional.of(file.path() + ": not a change of text");
        }
        return file.before()
                .flatMap(this::changed)
                .or(() ->
                        file.after()
                                .filter(path -> !file.before().equals(Optional.of(path)))
                                .flatMap(this::taken));
    }

    private Optional<String> changed(String path) {
        if (!ProjectPath.safe(path)) {
            return Optional.of(path + ": not a path inside the project");
        }
        return switch (now.apply(path)) {
            case Application.Present.Nothing() ->
                    Optional.of(path + ": was deleted since the upload");
            case Application.Present.Other(var what) -> Optional.of(path + ": is " + what);
            case Application.Present.File(var text) ->
                    uploaded.hash(path).equals(Optional.of(Hash.of(UnifiedDiff.bytes(text))))
                            ? Optional.empty()
                            : Optional.of(path + ": was changed since the upload");
        };
    }

    private Optional<String> taken(String path) {
        if (!ProjectPath.safe(path)) {
            return Optional.of(path + ": not a path inside the project");
        }
        return switch (now.apply(path)) {
            case Application.Present.Nothing() -> Optional.empty();
            case Application.Present.Other(var what) -> Optional.of(path + ": is " + what);
            case Application.Present.File(_) ->
                    Optional.of(path + ": is new in the diff, and a file of that name is there");
        };
    }

    private static String content(Application.Present present) {
        return present instanceof Application.Present.File(var text) ? text : "";
    }
}
