package dev.monkeycoder.context.project;

import dev.monkeycoder.context.workspace.Manifest;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What builds a project, told from a file at its top, and the command that runs its tests.
///
/// @param files any of these shows that the tool is used
/// @param wrapper a script in the project that brings the right version of the tool with it
record BuildTool(String title, List<String> files, String test, Optional<Wrapper> wrapper) {
    private static final List<BuildTool> ALL =
            List.of(
                    new BuildTool(
                            "Maven",
                            List.of("pom.xml"),
                            "mvn test",
                            Optional.of(new Wrapper("mvnw", "./mvnw test"))),
                    new BuildTool(
                            "Gradle",
                            List.of("build.gradle", "build.gradle.kts"),
                            "gradle test",
                            Optional.of(new Wrapper("gradlew", "./gradlew test"))),
                    of("pnpm", "pnpm test", "pnpm-lock.yaml"),
                    of("Yarn", "yarn test", "yarn.lock"),
                    of("npm", "npm test", "package.json"),
                    of("Cargo", "cargo test", "Cargo.toml"),
                    of("Go modules", "go test ./...", "go.mod"),
                    of(
                            "Python",
                            "python -m pytest",
                            "pyproject.toml",
                            "setup.py",
                            "setup.cfg",
                            "requirements.txt"),
                    of("Composer", "composer test", "composer.json"),
                    of("Bundler", "bundle exec rake test", "Gemfile"),
                    of("sbt", "sbt test", "build.sbt"),
                    of("CMake", "ctest", "CMakeLists.txt"),
                    of("Make", "make test", "Makefile"));

    BuildTool {
        files = List.copyOf(files);
    }

    record Wrapper(String file, String test) {}

    private static BuildTool of(String title, String test, String... files) {
        return new BuildTool(title, List.of(files), test, Optional.empty());
    }

    static Stream<BuildTool> of(Manifest project) {
        return ALL.stream().filter(tool -> tool.file(project).isPresent());
    }

    /// Such as `Maven (pom.xml): tests run with mvn test`.
    String line(Manifest project) {
        var command = wrapper.filter(it -> has(project, it.file())).map(Wrapper::test).orElse(test);
        return title + " (" + file(project).orElseThrow() + "): tests run with " + command;
    }

    private Optional<String> file(Manifest project) {
        return files.stream().filter(file -> has(project, file)).findFirst();
    }

    private static boolean has(Manifest project, String file) {
        return project.at(new WorkspacePath(file)).isPresent();
    }
}
