package dev.monkeycoder.simulator.journal;

/// One request and its answer.
///
/// @param id counts the requests of the process, from 1
public record Entry(long id, Asked asked, Answered answered) {}
