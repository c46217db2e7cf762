package dev.monkeycoder.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UntilTest {
    @Test
    void nothingIsSaidOnceItIsOver() {
        var over = new AtomicBoolean();
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(new Until(over, bytes), true, UTF_8);
        out.println("at work");
        over.set(true);
        out.println("still at work");
        out.write('x');
        assertThat(bytes.toString(UTF_8)).isEqualTo("at work\n");
    }
}
