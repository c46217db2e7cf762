package dev.monkeycoder.context.tool;

import dev.monkeycoder.context.workspace.ContentHash;
import dev.monkeycoder.context.workspace.FileEntry;
import dev.monkeycoder.context.workspace.WorkspacePath;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decides about a write. It names its base: what the writer believes the file to be.
public final class Write {
    private Write() {}

    public sealed interface Decision {
        /// Nothing is written.
        record Refuse(Output output) implements Decision {}

        /// The file has this content already.
        record Keep(Output output) implements Decision {}

        record Store(FileEntry file, Output output) implements Decision {}
    }

    /// What stands in a write's way, as the newest version has it.
    ///
    /// @param newest the file of the path
    /// @param base the file of the path in the version that the writer knows
    /// @param folder whether the path is a folder
    /// @param fileAbove a file whose name the path uses as a folder
    /// @param files how many there are
    /// @param bytes how many they have
    public record Place(
            Optional<FileEntry> base,
            Optional<FileEntry> newest,
            boolean folder,
            Optional<WorkspacePath> fileAbove,
            int files,
            long bytes) {}

    /// How much a workspace may hold after a write.
    public record Room(int files, long fileBytes, long totalBytes) {}

    /// What is written: the content as UTF-8.
    public static byte[] bytes(Tool.WriteFile tool) {
        return tool.content().getBytes(StandardCharsets.UTF_8);
    }

    public static Decision decide(Tool.WriteFile tool, Place place, Room room) {
        var path = tool.path();
        var content = bytes(tool);
        var hash = ContentHash.of(content);
        if (place.folder()) {
            return refuse(path + " is a folder. Choose another path.");
        }
        if (place.fileAbove().isPresent()) {
            return refuse(
                    place.fileAbove().get() + " is a file, not a folder. Choose another path.");
        }
        if (place.newest().map(FileEntry::hash).filter(hash::equals).isPresent()) {
            return new Decision.Keep(
                    Output.ok(path + " has just this content already: nothing was changed."));
        }
        if (!place.base().map(FileEntry::hash).equals(place.newest().map(FileEntry::hash))) {
            return refuse(
                    path
                            + " was changed by somebody else since you last saw it; nothing was"
                            + " written. Read it again, then write it with both changes.");
        }
        return checkRoom(place, content.length, room)
                .<Decision>map(Write::refuse)
                .orElseGet(() -> store(tool, place, content));
    }

    private static Optional<String> checkRoom(Place place, int bytes, Room room) {
        if (bytes > room.fileBytes()) {
            return Optional.of(
                    "The content is larger than " + room.fileBytes() + " bytes. Split the file.");
        }
        if (place.newest().isEmpty() && place.files() >= room.files()) {
            return Optional.of(
                    "The workspace has " + place.files() + " files and can't take another one.");
        }
        var after = place.bytes() - place.newest().map(FileEntry::size).orElse(0L) + bytes;
        return after > room.totalBytes()
                ? Optional.of(
                        "The workspace would be larger than "
                                + room.totalBytes()
                                + " bytes. Write less.")
                : Optional.empty();
    }

    private static Decision store(Tool.WriteFile tool, Place place, byte[] content) {
        var executable = place.newest().map(FileEntry::executable).orElse(false);
        var file = FileEntry.of(tool.path(), executable, content);
        return new Decision.Store(
                file,
                Output.ok(
                        (place.newest().isPresent() ? "Replaced " : "Made ")
                                + tool.path()
                                + " ("
                                + content.length
                                + " bytes)."));
    }

    private static Decision refuse(String sentence) {
        return new Decision.Refuse(Output.error(sentence));
    }
}
