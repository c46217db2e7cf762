package dev.monkeycoder.context.project;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.monkeycoder.context.workspace.FileEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The languages of a project, told from the extensions of its files.
final class Languages {
    private static final int SHOWN = 8;
    private static final Map<String, String> BY_EXTENSION =
            Map.ofEntries(
                    Map.entry("java", "Java"),
                    Map.entry("kt", "Kotlin"),
                    Map.entry("kts", "Kotlin"),
                    Map.entry("scala", "Scala"),
                    Map.entry("groovy", "Groovy"),
                    Map.entry("js", "JavaScript"),
                    Map.entry("mjs", "JavaScript"),
                    Map.entry("jsx", "JavaScript"),
                    Map.entry("ts", "TypeScript"),
                    Map.entry("tsx", "TypeScript"),
                    Map.entry("vue", "Vue"),
                    Map.entry("py", "Python"),
                    Map.entry("rb", "Ruby"),
                    Map.entry("php", "PHP"),
                    Map.entry("go", "Go"),
                    Map.entry("rs", "Rust"),
                    Map.entry("c", "C"),
                    Map.entry("h", "C"),
                    Map.entry("cpp", "C++"),
                    Map.entry("cc", "C++"),
                    Map.entry("hpp", "C++"),
                    Map.entry("cs", "C#"),
                    Map.entry("swift", "Swift"),
                    Map.entry("dart", "Dart"),
                    Map.entry("ex", "Elixir"),
                    Map.entry("exs", "Elixir"),
                    Map.entry("clj", "Clojure"),
                    Map.entry("hs", "Haskell"),
                    Map.entry("lua", "Lua"),
                    Map.entry("r", "R"),
                    Map.entry("sql", "SQL"),
                    Map.entry("sh", "Shell"),
                    Map.entry("html", "HTML"),
                    Map.entry("css", "CSS"),
                    Map.entry("scss", "CSS"),
                    Map.entry("xml", "XML"),
                    Map.entry("yaml", "YAML"),
                    Map.entry("yml", "YAML"),
                    Map.entry("json", "JSON"),
                    Map.entry("toml", "TOML"),
                    Map.entry("properties", "properties"),
                    Map.entry("md", "Markdown"),
                    Map.entry("tf", "Terraform"),
                    Map.entry("proto", "Protocol Buffers"));

    private Languages() {}

    /// Such as `Java 12 files, XML 1 file`: most files first; empty when none is known.
    static String line(List<FileEntry> files) {
        return files.stream()
                .map(file -> of(file.path().name()))
                .flatMap(Optional::stream)
                .collect(groupingBy(name -> name, counting()))
                .entrySet()
                .stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .map(entry ->
                        entry.getKey()
                                + " "
                                + entry.getValue()
                                + (entry.getValue() == 1 ? " file" : " files"))
                .collect(joining(", "));
    }

    private static Optional<String> of(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
