package dev.monkeycoder.simulator.play;

/// How a playback ended on the wire.
///
/// @param tokens those of the frames that were written
public record Ending(How how, int tokens) {
    public enum How {
        /// The whole response was written.
        COMPLETED,
        /// The simulator closed the connection, as a fault told it to.
        CUT,
        /// The client closed the connection first.
        LEFT
    }
}
