package dev.monkeycoder.cli.spans;

import dev.monkeycoder.cli.terminal.Amounts;
import java.util.List;

/// One line of a span tree: a span, or several of one name that are folded, with the sum of their
/// times.
record Row(
        String name,
        String service,
        long nanos,
        long start,
        long end,
        boolean failed,
        String tokens) {
    static Row of(List<Span> spans) {
        var first = spans.getFirst();
        var input = spans.stream().mapToLong(is -> is.number("gen_ai.usage.input_tokens")).sum();
        var output = spans.stream().mapToLong(is -> is.number("gen_ai.usage.output_tokens")).sum();
        return new Row(
                spans.size() == 1 ? first.name() : spans.size() + " × " + first.name(),
                first.service(),
                spans.stream().mapToLong(Span::nanos).sum(),
                spans.stream().mapToLong(Span::start).min().orElseThrow(),
                spans.stream().mapToLong(Span::end).max().orElseThrow(),
                spans.stream().anyMatch(Span::failed),
                input + output == 0 ? "" : Amounts.tokens(input, output));
    }
}
