package dev.monkeycoder.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Cuts bytes into server-sent events (HTML Living Standard, 9.2.6), wherever the network cut them.
///
/// Lines end with LF, CR or CRLF; comments and unknown fields are passed over. What stands after
/// the last blank line is no event: a server that dies in the middle of one never makes one.
public final class SseDecoder {
    /// Longer lines are refused: no vendor sends one, and memory is bounded.
    public static final int LONGEST_LINE_BYTES = 4 * 1024 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final StringBuilder text = new StringBuilder();
    private String name = "";
    private boolean anyText;
    private boolean afterReturn;
    private boolean first = true;

    /// The events that `bytes` completed.
    ///
    /// @throws IllegalArgumentException when a line grows beyond the bound
    public List<SseEvent> feed(byte[] bytes) {
        var events = new ArrayList<SseEvent>();
        for (var b : bytes) {
            if (b == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                endLine(events);
            } else {
                line.write(b);
            }
        }
        if (line.size() > LONGEST_LINE_BYTES || text.length() > LONGEST_LINE_BYTES) {
            throw new IllegalArgumentException(
                    "sse line: over " + LONGEST_LINE_BYTES + " bytes (expected: fewer)");
        }
        return events;
    }

    private void endLine(List<SseEvent> events) {
        var read = line.toString(UTF_8);
        line.reset();
        if (first) {
            first = false;
            read = read.startsWith("\uFEFF") ? read.substring(1) : read;
        }
        if (read.isEmpty()) {
            endEvent(events);
        } else {
            field(read);
        }
    }

    private void endEvent(List<SseEvent> events) {
        if (anyText) {
            events.add(new SseEvent(name.isEmpty() ? "message" : name, text.toString()));
        }
        text.setLength(0);
        name = "";
        anyText = false;
    }

    private void field(String read) {
        var colon = read.indexOf(':');
        var field = colon < 0 ? read : read.substring(0, colon);
        var value = colon < 0 ? "" : read.substring(colon + 1);
        if (value.startsWith(" ")) {
            value = value.substring(1);
        }
        switch (field) {
            case "data" -> {
                if (anyText) {
                    text.append('\n');
                }
                text.append(value);
                anyText = true;
            }
            case "event" -> name = value;
            default -> {}
        }
    }
}
