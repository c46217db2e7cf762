package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
    @TempDir Path folder;

    @Test
    void theNearestRepositoryAboveIsFound() throws Exception {
        for (String module : new String[] {"events", "local-mesh"}) {
            Files.createDirectories(folder.resolve(module));
            Files.createFile(folder.resolve(module).resolve("pom.xml"));
        }
        Path deep = Files.createDirectories(folder.resolve("cli/src/main"));
        assertThat(Checkout.above(deep)).isEqualTo(new Checkout(folder));
    }

    @Test
    void noRepositoryIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> Checkout.above(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MONKEY_HOME");
    }

    @Test
    void whatIsNotBuiltIsNamedWithItsModule() {
        assertThatThrownBy(() -> new Checkout(folder).service("auth-service"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus-run.jar: missing (expected: module auth-service is");
    }
}
