package dev.monkeycoder.context.project;

import static java.util.stream.Collectors.joining;

import dev.monkeycoder.context.tool.FileList;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import java.util.Locale;
import java.util.Optional;

/// A project in a few lines and a list of its files, for a model's first look.
public final class ProjectSummary {
    private static final int README_LINES = 15;
    private static final int README_CHARACTERS = 1_200;
    private static final int FILE_LINES = 200;
    private static final int FILE_CHARACTERS = 16_000;

    private ProjectSummary() {}

    /// The README at the top: its text is what [#of] wants.
    public static Optional<FileEntry> readme(Manifest project) {
        return project.files().stream()
                .filter(file -> file.path().folder().isEmpty() && file.text())
                .filter(file ->
                        file.path()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .matches("readme(\\.(md|txt|adoc|rst))?"))
                .findFirst();
    }

    public static String of(Manifest project, Optional<String> readme) {
        var files = project.files();
        if (files.isEmpty()) {
            return "The workspace is empty: there are no files yet.\n";
        }
        var text = new StringBuilder();
        text.append("Files: ")
                .append(files.size())
                .append(" (")
                .append(project.bytes())
                .append(" bytes)\n");
        var languages = Languages.line(files);
        if (!languages.isEmpty()) {
            text.append("Languages: ").append(languages).append('\n');
        }
        BuildTool.of(project)
                .forEach(tool -> text.append("Build: ").append(tool.line(project)).append('\n'));
        readme.map(ProjectSummary::start)
                .filter(start -> !start.isEmpty())
                .ifPresent(start -> text.append("README starts:\n").append(start).append('\n'));
        return text.append("All files:\n").append(list(project)).toString();
    }

    private static String start(String readme) {
        var lines =
                readme.lines()
                        .filter(line -> !line.isBlank())
                        .limit(README_LINES)
                        .map(line -> "  " + line)
                        .collect(joining("\n"));
        return lines.length() > README_CHARACTERS
                ? lines.substring(0, README_CHARACTERS) + "..."
                : lines;
    }

    private static String list(Manifest project) {
        var text = new StringBuilder();
        var lines = FileList.of("", project.files(), FILE_LINES);
        for (var i = 0; i < lines.size(); i++) {
            var line = "  " + lines.get(i).line() + "\n";
            if (i == FILE_LINES || text.length() + line.length() > FILE_CHARACTERS) {
                return text + "  [and more: use list_files]\n";
            }
            text.append(line);
        }
        return text.toString();
    }
}
