package dev.monkeycoder.context.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.monkeycoder.context.workspace.WorkspacePath.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../up",
                "a/../../up",
                "a/..",
                "..",
                "C:/windows",
                "c:file",
                "a\\b",
                "..\\up",
                "a\0b",
                "a\nb",
                "\u0085a"
            })
    void namesThatLeaveTheWorkspaceOrHideSomethingAreBad(String name) {
        assertThat(WorkspacePath.read(name)).isInstanceOf(Reading.Bad.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./src//Main.java", "src/./Main.java", "src/Main.java/"})
    void namesAreMadeCanonical(String name) {
        assertThat(WorkspacePath.read(name))
                .isEqualTo(new Reading.Good(List.of("src", "Main.java")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "./", "./."})
    void aDotIsTheWorkspaceItself(String name) {
        assertThat(WorkspacePath.read(name))
                .isInstanceOfSatisfying(
                        Reading.Good.class, good -> assertThat(good.isRoot()).isTrue());
    }

    @Test
    void dotsWithinNamesAreFine() {
        assertThat(WorkspacePath.read("a..b/...c/.gitignore")).isInstanceOf(Reading.Good.class);
    }

    @Test
    void namesThatAreTooLongAreBad() {
        assertThat(WorkspacePath.read("a/".repeat(501))).isInstanceOf(Reading.Bad.class);
        assertThat(WorkspacePath.read("ä".repeat(128))).isInstanceOf(Reading.Bad.class);
        assertThat(WorkspacePath.read("ä".repeat(127))).isInstanceOf(Reading.Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a//b", "./a", "a/"})
    void onlyCanonicalPathsCanBeMade(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkspacePath(name));
    }

    @Test
    void knowsItsPlace() {
        var path = new WorkspacePath("src/main/App.java");

        assertThat(path.name()).isEqualTo("App.java");
        assertThat(path.folder()).isEqualTo("src/main/");
        assertThat(path.names()).containsExactly("src", "main", "App.java");
        assertThat(path.isBelow(new WorkspacePath("src"))).isTrue();
        assertThat(path.isBelow(new WorkspacePath("sr"))).isFalse();
        assertThat(new WorkspacePath("App.java").folder()).isEmpty();
    }
}
