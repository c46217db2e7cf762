package dev.monkeycoder.cli.command;

import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.diff.UnifiedDiff;
import dev.monkeycoder.cli.gateway.client.Gateway;
import dev.monkeycoder.cli.project.Application;
import dev.monkeycoder.cli.project.UploadedFiles;
import dev.monkeycoder.cli.project.store.Changes;
import dev.monkeycoder.cli.project.store.ProjectFolder;
import dev.monkeycoder.cli.run.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A project that travels to the mesh, and the diff that comes back.
final class Project {
    private final ProjectFolder folder;

    Project(Path root) {
        this.folder = ProjectFolder.at(root);
    }

    /// @param workspace the id that the gateway gave
    /// @param skipped what it did not take: the path and why
    record Upload(
            String workspace, int count, long bytes, UploadedFiles files, List<String> skipped) {
        Upload {
            skipped = List.copyOf(skipped);
        }
    }

    Upload upload(Gateway gateway) {
        var paths = folder.files();
        if (paths.isEmpty()) {
            throw Stop.with(
                    Exit.USAGE, "project: " + folder.root() + " holds no file that could travel");
        }
        try {
            var archive = Files.createTempFile("monkey-project-", ".tar");
            try {
                var files = folder.pack(paths, archive);
                var answer = gateway.upload(Paths.WORKSPACES, archive, "application/x-tar");
                return read(answer, paths.size(), Files.size(archive), files);
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload read(String answer, int count, long bytes, UploadedFiles files) {
        var tree =
                Json.tree(answer)
                        .orElseThrow(() ->
                                Stop.with(
                                        Exit.REFUSED,
                                        "the gateway's answer to the upload is no JSON"));
        var skipped =
                tree.path("skipped")
                        .valueStream()
                        .map(one -> one.path("path").asText() + ": " + one.path("reason").asText())
                        .toList();
        return new Upload(tree.path("id").asText(), count, bytes, files, skipped);
    }

    /// Whether the diff may be written to the project as it is now.
    Application decide(UnifiedDiff diff, UploadedFiles uploaded) {
        return Application.of(diff, uploaded, folder::now);
    }

    void write(Application.Ready ready) {
        new Changes(folder.root()).write(ready.changes());
    }
}
