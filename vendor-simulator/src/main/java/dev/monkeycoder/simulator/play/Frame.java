package dev.monkeycoder.simulator.play;

/// A piece of a response body that is written at once.
///
/// @param tokens how many output tokens the vendor bills for it
public record Frame(String text, int tokens) {
    public Frame(String text) {
        this(text, 0);
    }
}
