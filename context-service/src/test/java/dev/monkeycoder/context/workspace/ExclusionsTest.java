package dev.monkeycoder.context.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.context.workspace.Exclusions.Exclusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {
    @ParameterizedTest
    @CsvSource({
        ".git/config, .git/, repository data",
        "sub/.GIT/hooks/pre-commit, sub/.GIT/, repository data",
        "web/node_modules/a/index.js, web/node_modules/, installed packages",
        "target/classes/A.class, target/, build output",
        "module/target/A.class, module/target/, build output",
        "build/libs/a.jar, build/, build output",
        ".gradle/x, .gradle/, build cache",
        ".idea/workspace.xml, .idea/, editor settings",
        ".monkey/key, .monkey/, state of monkey itself",
        ".env, .env, secret",
        "config/.env.local, config/.env.local, secret",
        "certs/server.pem, certs/server.pem, secret",
        "certs/SERVER.PEM, certs/SERVER.PEM, secret",
        "id_rsa, id_rsa, secret",
        "key.p12, key.p12, secret",
        ".ssh/config, .ssh/, secret",
        "module/.git, module/.git, repository data"
    })
    void leavesOut(String path, String excluded, String reason) {
        assertThat(Exclusions.of(new WorkspacePath(path)))
                .contains(new Exclusion(excluded, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gitignore",
                ".github/workflows/ci.yml",
                ".env.example",
                "src/main/java/shop/build/Plan.java",
                "src/main/java/shop/target/Aim.java",
                "build.gradle",
                "target",
                "environment.env.md",
                "id_rsa.pub",
                "keys.md"
            })
    void keeps(String path) {
        assertThat(Exclusions.of(new WorkspacePath(path))).isEmpty();
    }

    @Test
    void otherFoldersAreLeftOutBelowSourcesToo() {
        assertThat(Exclusions.of(new WorkspacePath("src/web/node_modules/a.js"))).isPresent();
    }
}
