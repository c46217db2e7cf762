package dev.monkeycoder.simulator.model;

/// The smallest part of an answer that a stream carries.
public sealed interface Piece {
    int tokens();

    /// A token of the text.
    record Text(String token) implements Piece {
        @Override
        public int tokens() {
            return 1;
        }
    }

    /// A tool call begins; its arguments follow.
    record CallOpened(int index, String id, String tool) implements Piece {
        @Override
        public int tokens() {
            return Tokens.count(tool);
        }
    }

    /// A token of a call's arguments, which are JSON text.
    record Arguments(int index, String token) implements Piece {
        @Override
        public int tokens() {
            return 1;
        }
    }
}
