package dev.monkeycoder.provider.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.provider.call.DeltaBuffer.Delta;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaBufferTest {
    private final DeltaBuffer buffer = new DeltaBuffer();

    @Test
    void whatCameTogetherGoesTogether() {
        buffer.add("Hel");
        buffer.add("lo");
        assertThat(buffer.take()).contains(new Delta(0, "Hello"));
        assertThat(buffer.take()).isEmpty();
        buffer.add("!");
        assertThat(buffer.take()).contains(new Delta(5, "!"));
    }

    @Test
    void surrogatePairIsNeverSplit() {
        var smile = "😀";
        buffer.add("a" + smile.charAt(0));
        assertThat(buffer.take()).contains(new Delta(0, "a"));
        assertThat(buffer.take()).isEmpty();
        buffer.add(smile.substring(1));
        assertThat(buffer.take()).contains(new Delta(1, smile));
    }

    @Test
    void whatIsLeftAtTheEndGoesToo() {
        buffer.add("a\uD83D");
        assertThat(buffer.rest()).contains(new Delta(0, "a\uD83D"));
        assertThat(buffer.rest()).isEmpty();
    }

    @Test
    void deltasAddUpWhateverTheirCuts() {
        var random = new Random(3);
        var text = new StringBuilder();
        var deltas = new ArrayList<Delta>();
        for (var i = 0; i < 500; i++) {
            var piece =
                    random.nextBoolean() ? "x😀y" : Character.toString('a' + random.nextInt(26));
            text.append(piece);
            for (var at = 0; at < piece.length(); at++) {
                buffer.add(piece.substring(at, at + 1));
                if (random.nextInt(3) == 0) {
                    buffer.take().ifPresent(deltas::add);
                }
            }
        }
        buffer.rest().ifPresent(deltas::add);
        var joined = new StringBuilder();
        for (var delta : deltas) {
            assertThat(delta.offset()).isEqualTo(joined.length());
            joined.append(delta.text());
        }
        assertThat(joined.toString()).isEqualTo(text.toString());
    }
}
