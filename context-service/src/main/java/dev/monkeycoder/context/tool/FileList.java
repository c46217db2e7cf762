package dev.monkeycoder.context.tool;

import dev.monkeycoder.context.workspace.FileEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A list of files that fits into a number of lines: where all don't fit, the deepest folders are
/// shown with their number of files instead, so that every part of a project is seen.
public final class FileList {
    private FileList() {}

    /// @param line what is shown: a file, or a folder with its number of files
    public record Line(String line, boolean folded) {}

    /// Lines in the order of their paths, at most `most` of them where folding can do that.
    ///
    /// @param root the folder (with `/` at its end, or empty) that all files lie in
    public static List<Line> of(String root, List<FileEntry> files, int most) {
        var top = new Folder(root);
        files.forEach(file -> top.add(file.path().value(), root.length(), file));
        var unfolded = new ArrayList<Folder>(List.of(top));
        var lines = top.width();
        top.open = true;
        // breadth first: a level is unfolded before the next one is looked at
        for (var i = 0; i < unfolded.size(); i++) {
            for (var child : unfolded.get(i).folders.values()) {
                if (lines + child.width() - 1 <= most) {
                    lines += child.width() - 1;
                    child.open = true;
                    unfolded.add(child);
                }
            }
        }
        var all = new ArrayList<Line>();
        top.print(all);
        return List.copyOf(all);
    }

    private static final class Folder {
        private final String path;
        private final Map<String, Folder> folders = new TreeMap<>();
        private final Map<String, FileEntry> files = new TreeMap<>();
        private int count;
        private boolean open;

        Folder(String path) {
            this.path = path;
        }

        void add(String whole, int from, FileEntry file) {
            count++;
            var slash = whole.indexOf('/', from);
            if (slash < 0) {
                files.put(whole.substring(from), file);
            } else {
                var name = whole.substring(from, slash + 1);
                folders.computeIfAbsent(name, _ -> new Folder(whole.substring(0, slash + 1)))
                        .add(whole, slash + 1, file);
            }
        }

        int width() {
            return folders.size() + files.size();
        }

        void print(List<Line> lines) {
            if (!open) {
                lines.add(
                        new Line(path + " (" + count + (count == 1 ? " file)" : " files)"), true));
                return;
            }
            files.values()
                    .forEach(file ->
                            lines.add(
                                    new Line(file.path() + " (" + file.size() + " bytes)", false)));
            folders.values().forEach(folder -> folder.print(lines));
        }
    }
}
