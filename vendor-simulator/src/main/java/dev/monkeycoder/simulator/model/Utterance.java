package dev.monkeycoder.simulator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An answer in pieces, as it will be sent.
public record Utterance(List<Piece> pieces, Finish finish) {
    /// An answer without text and calls.
    public static final Utterance EMPTY = new Utterance(List.of(), Finish.STOP);

    public enum Finish {
        STOP,
        TOOL_CALLS,
        LENGTH
    }

    /// A tool call as it stands in an answer; the arguments are not whole when the answer broke off
    /// in them.
    public record Call(String id, String tool, String arguments) {}

    public Utterance {
        pieces = List.copyOf(pieces);
    }

    /// The answer in pieces, up to its limit.
    public static Utterance of(Reply.Answer answer, Ids ids) {
        List<Piece> pieces = new ArrayList<>();
        int left = answer.limit().orElse(Integer.MAX_VALUE);
        for (Piece piece : all(answer, ids)) {
            if (piece.tokens() > left) {
                return new Utterance(pieces, Finish.LENGTH);
            }
            left -= piece.tokens();
            pieces.add(piece);
        }
        return new Utterance(pieces, answer.calls().isEmpty() ? Finish.STOP : Finish.TOOL_CALLS);
    }

    private static List<Piece> all(Reply.Answer answer, Ids ids) {
        List<Piece> pieces = new ArrayList<>();
        Tokens.split(answer.text()).forEach(token -> pieces.add(new Piece.Text(token)));
        for (int i = 0; i < answer.calls().size(); i++) {
            int index = i;
            ToolCall call = answer.calls().get(i);
            pieces.add(new Piece.CallOpened(index, ids.next("call_"), call.tool()));
            Tokens.split(call.arguments())
                    .forEach(token -> pieces.add(new Piece.Arguments(index, token)));
        }
        return pieces;
    }

    public int tokens() {
        return pieces.stream().mapToInt(Piece::tokens).sum();
    }

    public String text() {
        return pieces.stream()
                .flatMap(piece ->
                        piece instanceof Piece.Text(var token) ? Stream.of(token) : Stream.empty())
                .collect(Collectors.joining());
    }

    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text _ -> {}
                case Piece.CallOpened(_, var id, var tool) -> calls.add(new Call(id, tool, ""));
                case Piece.Arguments(var index, var token) -> {
                    Call call = calls.get(index);
                    calls.set(index, new Call(call.id(), call.tool(), call.arguments() + token));
                }
            }
        }
        return calls;
    }
}
