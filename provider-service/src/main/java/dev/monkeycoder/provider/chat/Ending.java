package dev.monkeycoder.provider.chat;

/// How an answer ended: whole, or not an answer at all.
public sealed interface Ending {
    record Whole(ChatAnswer answer) implements Ending {}

    record Broken(ChatFailure failure) implements Ending {}
}
