package dev.monkeycoder.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SseDecoderTest {
    private static List<SseEvent> decode(String text) {
        return new SseDecoder().feed(text.getBytes(UTF_8));
    }

    @Test
    void everyLineEndingEndsALine() {
        assertThat(decode("data: a\n\ndata: b\r\n\r\ndata: c\r\r"))
                .extracting(SseEvent::text)
                .containsExactly("a", "b", "c");
    }

    @Test
    void linesOfOneEventAreJoined() {
        assertThat(decode("event: error\ndata: 1\ndata:2\nid: 7\n\n"))
                .containsExactly(new SseEvent("error", "1\n2"));
    }

    @Test
    void commentsAndEmptyEventsAreNothing() {
        assertThat(decode(": keep-alive\n\n\nevent: x\n\ndata\n\n"))
                .containsExactly(new SseEvent("message", ""));
    }

    @Test
    void leadingByteOrderMarkIsSkipped() {
        assertThat(decode("\uFEFFdata: a\n\n")).extracting(SseEvent::text).containsExactly("a");
    }

    @Test
    void unfinishedEventIsNoEvent() {
        assertThat(decode("data: whole\n\ndata: half\n"))
                .extracting(SseEvent::text)
                .containsExactly("whole");
    }

    @Test
    void cutsOfTheNetworkDoNotMatter() {
        var text = "data: {\"t\":\"né 😀\"}\r\n\r\n: ping\n\nevent: e\ndata: x\r\rdata: y\n\n";
        var bytes = text.getBytes(UTF_8);
        var whole = decode(text);
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var decoder = new SseDecoder();
            var events = new ArrayList<SseEvent>();
            for (var from = 0; from < bytes.length; ) {
                var to = Math.min(bytes.length, from + 1 + random.nextInt(5));
                events.addAll(decoder.feed(java.util.Arrays.copyOfRange(bytes, from, to)));
                from = to;
            }
            assertThat(events).isEqualTo(whole);
        }
    }

    @Test
    void endlessLineIsRefused() {
        var decoder = new SseDecoder();
        var piece = new byte[SseDecoder.LONGEST_LINE_BYTES];
        java.util.Arrays.fill(piece, (byte) 'x');
        decoder.feed(piece);
        assertThatThrownBy(() -> decoder.feed(piece)).hasMessageContaining("expected: fewer");
    }
}
