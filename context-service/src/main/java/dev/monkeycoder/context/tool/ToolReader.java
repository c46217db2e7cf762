package dev.monkeycoder.context.tool;

import dev.monkeycoder.context.workspace.Exclusions;
import dev.monkeycoder.events.ToolUse;
import java.util.List;

/// Understands a model's wish to use a tool. The wish is raw text that a model wrote: anything may
/// be wrong with it, and all of that is for the model to mend.
public final class ToolReader {
    private ToolReader() {}

    public sealed interface Reading {
        record Understood(Tool tool) implements Reading {}

        /// @param sentence what is wrong and what to do, for the model
        record Refused(String sentence) implements Reading {}
    }

    public static Reading read(ToolUse use) {
        try {
            return switch (use.name()) {
                case Tool.LIST_FILES -> listFiles(use.arguments());
                case Tool.READ_FILE -> readFile(use.arguments());
                case Tool.SEARCH_FILES -> searchFiles(use.arguments());
                case Tool.WRITE_FILE -> writeFile(use.arguments());
                default ->
                        new Reading.Refused(
                                "There is no tool of that name here. The tools are "
                                        + String.join(", ", Tool.NAMES)
                                        + ".");
            };
        } catch (BadArguments wrong) {
            return new Reading.Refused(String.valueOf(wrong.getMessage()));
        }
    }

    private static Reading listFiles(String text) throws BadArguments {
        var arguments = Arguments.of(text, List.of("path"));
        return new Reading.Understood(new Tool.ListFiles(arguments.place("path")));
    }

    private static Reading readFile(String text) throws BadArguments {
        var arguments = Arguments.of(text, List.of("path", "start_line", "end_line"));
        var path = arguments.file("path");
        var start = arguments.optionalLine("start_line").orElse(1);
        var end = arguments.optionalLine("end_line");
        if (end.isPresent() && end.get() < start) {
            throw new BadArguments(
                    "end_line is before start_line: give the first line, then the last.");
        }
        return new Reading.Understood(new Tool.ReadFile(path, start, end));
    }

    private static Reading searchFiles(String text) throws BadArguments {
        var arguments = Arguments.of(text, List.of("query", "path", "regex"));
        var path = arguments.place("path");
        return switch (Query.read(arguments.text("query"), arguments.flag("regex"))) {
            case Query.Reading.Good(var query) ->
                    new Reading.Understood(new Tool.SearchFiles(query, path));
            case Query.Reading.Bad(var reason) -> new Reading.Refused("The argument " + reason);
        };
    }

    private static Reading writeFile(String text) throws BadArguments {
        var arguments = Arguments.of(text, List.of("path", "content"));
        var path = arguments.file("path");
        var content = arguments.text("content");
        var exclusion = Exclusions.of(path);
        if (exclusion.isPresent()) {
            throw new BadArguments(exclusion.get().sentence() + " Choose another path.");
        }
        if (content.indexOf('\0') >= 0) {
            throw new BadArguments(
                    "The argument content has a NUL character: only text is written.");
        }
        return new Reading.Understood(new Tool.WriteFile(path, content));
    }
}
