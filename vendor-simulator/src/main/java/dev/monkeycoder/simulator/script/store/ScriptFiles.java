package dev.monkeycoder.simulator.script.store;

import dev.monkeycoder.simulator.script.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The scripts that come with the simulator, and those of a folder.
public final class ScriptFiles {
    private static final List<String> BUILT_IN = List.of("scripts/bookshop.yaml");

    private ScriptFiles() {}

    /// All scripts, one for each model. A script of the folder replaces the built-in one of the
    /// same model.
    ///
    /// @param folder its `.yaml` and `.yml` files are read, those of its subfolders are not
    /// @throws IllegalArgumentException for a folder that does not exist, a file that is no script,
    ///   and two files of the folder for one model
    public static List<Script> all(Optional<Path> folder) {
        Map<String, Script> scripts = new LinkedHashMap<>();
        BUILT_IN.forEach(name -> add(scripts, builtIn(name)));
        folder.ifPresent(path -> scripts.putAll(inFolder(path)));
        return List.copyOf(scripts.values());
    }

    private static Map<String, Script> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("scripts: " + folder + " (expected: a folder)");
        }
        Map<String, Script> scripts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(ScriptFiles::isScript).sorted().toList()) {
                add(scripts, ScriptReader.read(file.toString(), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the scripts of " + folder, e);
        }
        return scripts;
    }

    private static void add(Map<String, Script> scripts, Script script) {
        if (scripts.putIfAbsent(script.model(), script) != null) {
            throw new IllegalArgumentException("two scripts for the model " + script.model());
        }
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static Script builtIn(String name) {
        try (InputStream in = ScriptFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return ScriptReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name, e);
        }
    }
}
