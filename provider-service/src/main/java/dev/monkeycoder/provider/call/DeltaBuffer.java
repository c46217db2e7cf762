package dev.monkeycoder.provider.call;

import java.util.Optional;

/// Text of one attempt that is on its way to the client: what is taken out is in order, without
/// gaps, and never ends within a surrogate pair.
public final class DeltaBuffer {
    private final StringBuilder waiting = new StringBuilder();
    private int offset;

    /// @param offset the UTF-16 units before it in the attempt's text
    public record Delta(int offset, String text) {}

    public void add(String text) {
        waiting.append(text);
    }

    /// Whether nothing has been taken out yet: the first text goes at once.
    public boolean untouched() {
        return offset == 0;
    }

    /// All that may go now.
    public Optional<Delta> take() {
        var end = waiting.length();
        if (end > 0 && Character.isHighSurrogate(waiting.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? Optional.empty() : Optional.of(cut(end));
    }

    /// All that is left, at the end of the text.
    public Optional<Delta> rest() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(cut(waiting.length()));
    }

    private Delta cut(int end) {
        var delta = new Delta(offset, waiting.substring(0, end));
        waiting.delete(0, end);
        offset += end;
        return delta;
    }
}
