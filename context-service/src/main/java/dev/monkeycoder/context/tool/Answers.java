package dev.monkeycoder.context.tool;

import static java.util.stream.Collectors.joining;

import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;

/// What the tools that look at a workspace answer.
public final class Answers {
    private static final int SUGGESTIONS = 5;

    private Answers() {}

    public static Output listFiles(Tool.ListFiles tool, Manifest manifest, OutputLimits limits) {
        var files = tool.path().map(manifest::within).orElseGet(manifest::files);
        if (files.isEmpty()) {
            return tool.path()
                    .map(path -> noSuchPath(path, manifest))
                    .orElseGet(() -> Output.ok("The workspace has no files yet."));
        }
        if (tool.path().flatMap(manifest::at).isPresent()) {
            return Output.ok(size(files.getFirst()));
        }
        var root = tool.path().map(path -> path + "/").orElse("");
        var lines = FileList.of(root, files, limits.files());
        var text = new StringBuilder();
        for (var line : lines) {
            if (text.length() + line.line().length() > limits.characters()) {
                return Output.ok(text + "[more files: list one folder at a time with path]");
            }
            text.append(line.line()).append('\n');
        }
        return Output.ok(
                lines.stream().anyMatch(FileList.Line::folded)
                        ? text
                                + "[folders with a number of files are not listed: call again with"
                                + " path]"
                        : text.toString());
    }

    private static String size(FileEntry file) {
        return file.path() + " (" + file.size() + " bytes)\n";
    }

    /// Why there is nothing to read at `path`: it is a folder, not text, or not there.
    public static Output unreadable(WorkspacePath path, Manifest manifest) {
        if (manifest.at(path).isPresent()) {
            return Output.error(path + " is not a UTF-8 text file, so it can't be read here.");
        }
        if (manifest.hasFolder(path)) {
            return Output.error(path + " is a folder: use list_files to see what is in it.");
        }
        return noSuchPath(path, manifest);
    }

    private static Output noSuchPath(WorkspacePath path, Manifest manifest) {
        var alike =
                manifest.files().stream()
                        .map(FileEntry::path)
                        .filter(other -> other.name().equalsIgnoreCase(path.name()))
                        .limit(SUGGESTIONS)
                        .map(WorkspacePath::value)
                        .collect(joining(", "));
        return Output.error(
                "There is no "
                        + path
                        + " in the workspace. "
                        + (alike.isEmpty()
                                ? "Use list_files to see what there is."
                                : "Of that name there are: " + alike + "."));
    }

    /// The lines that were asked for, exactly as they stand; a note says when they are not all.
    public static Output readFile(Tool.ReadFile tool, String text, OutputLimits limits) {
        if (text.isEmpty()) {
            return Output.ok("[" + tool.path() + " is empty]");
        }
        var lines = Lines.of(text);
        if (tool.startLine() > lines.count()) {
            return Output.error(
                    tool.path()
                            + " has only "
                            + lines.count()
                            + (lines.count() == 1 ? " line." : " lines."));
        }
        var last = Math.min(tool.endLine().orElse(lines.count()), lines.count());
        var fitting = lines.fitting(tool.startLine(), last, limits.characters());
        if (fitting < tool.startLine()) {
            return Output.ok(
                    lines.text(tool.startLine(), tool.startLine()).substring(0, limits.characters())
                            + "\n[line "
                            + tool.startLine()
                            + " is longer than can be shown: only its start is here; "
                            + readOn(tool.startLine() + 1, lines.count())
                            + "]");
        }
        var shown = lines.text(tool.startLine(), fitting);
        if (tool.startLine() == 1 && fitting == lines.count()) {
            return Output.ok(shown);
        }
        return Output.ok(
                (shown.endsWith("\n") ? shown : shown + "\n")
                        + "[lines "
                        + tool.startLine()
                        + " to "
                        + fitting
                        + " of "
                        + lines.count()
                        + (fitting < last ? "; " + readOn(fitting + 1, lines.count()) : "")
                        + "]");
    }

    private static String readOn(int next, int count) {
        return next > count ? "it is the last" : "read on with start_line " + next;
    }
}
