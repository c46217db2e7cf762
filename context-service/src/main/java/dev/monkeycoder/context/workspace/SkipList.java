package dev.monkeycoder.context.workspace;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects what an upload leaves out, so that an answer stays short: one line a folder and reason.
final class SkipList {
    private static final int NAMES_SHOWN = 5;
    private static final int LINES = 200;

    private final Map<Group, List<String>> groups = new LinkedHashMap<>();
    private final Map<Exclusions.Exclusion, Integer> folders = new LinkedHashMap<>();

    private record Group(String folder, String reason) {}

    void add(Exclusions.Exclusion exclusion) {
        if (exclusion.path().endsWith("/")) {
            folders.merge(exclusion, 1, Integer::sum);
        } else {
            add(new WorkspacePath(exclusion.path()), exclusion.reason());
        }
    }

    void add(WorkspacePath file, String reason) {
        groups.computeIfAbsent(new Group(file.folder(), reason), _ -> new ArrayList<>())
                .add(file.name());
    }

    List<Skipped> lines() {
        var all = new ArrayList<Skipped>();
        folders.forEach((folder, files) ->
                all.add(new Skipped(folder.path(), folder.reason() + " (" + count(files) + ")")));
        groups.forEach((group, names) -> all.add(line(group, names)));
        if (all.size() <= LINES) {
            return List.copyOf(all);
        }
        var shown = new ArrayList<>(all.subList(0, LINES));
        shown.add(new Skipped("./", (all.size() - LINES) + " more folders or files"));
        return List.copyOf(shown);
    }

    private static Skipped line(Group group, List<String> names) {
        if (names.size() == 1) {
            return new Skipped(group.folder() + names.getFirst(), group.reason());
        }
        var more = names.size() > NAMES_SHOWN ? ", ..." : "";
        return new Skipped(
                group.folder().isEmpty() ? "./" : group.folder(),
                names.stream()
                        .limit(NAMES_SHOWN)
                        .collect(
                                joining(
                                        ", ",
                                        group.reason() + " (" + count(names.size()) + "): ",
                                        more)));
    }

    private static String count(int files) {
        return files == 1 ? "1 file" : files + " files";
    }
}
