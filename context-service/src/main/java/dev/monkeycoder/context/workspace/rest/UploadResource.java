package dev.monkeycoder.context.workspace.rest;

import dev.monkeycoder.context.ContextConfig;
import dev.monkeycoder.context.workspace.ArchiveFormat;
import dev.monkeycoder.context.workspace.ArchiveLimits;
import dev.monkeycoder.context.workspace.ArchiveReader.Outcome;
import dev.monkeycoder.context.workspace.Skipped;
import dev.monkeycoder.context.workspace.store.Upload;
import dev.monkeycoder.context.workspace.store.Uploads;
import dev.monkeycoder.kit.rest.CurrentCaller;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Makes workspaces of uploaded archives. An archive goes to disk first and is unpacked there,
/// since one that is refused in its middle must leave nothing behind.
@Path("/internal/workspaces")
class UploadResource {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CREATED = 201;

    private final Uploads uploads;
    private final CurrentCaller caller;
    private final ArchiveLimits limits;
    private final long archiveBytes;
    private final Semaphore places;

    UploadResource(
            Uploads uploads, CurrentCaller caller, ArchiveLimits limits, ContextConfig config) {
        this.uploads = uploads;
        this.caller = caller;
        this.limits = limits;
        this.archiveBytes = config.workspaces().archiveBytes();
        this.places = new Semaphore(config.workspaces().uploadsAtOnce());
    }

    record Uploaded(UUID id, int version, int files, long bytes, List<Skipped> skipped) {}

    @POST
    @Blocking
    @RolesAllowed("workspaces:write")
    @Consumes({"application/x-tar", "application/gzip", "application/zip"})
    @ResponseStatus(CREATED)
    public Uploaded upload(@Context HttpHeaders headers, InputStream body) throws IOException {
        if (!places.tryAcquire()) {
            throw ProblemException.unavailable("place for another upload", SOON);
        }
        try (var upload = Upload.open()) {
            var taken = taken(upload, format(headers), body);
            var id = uploads.store(caller.get().tenant(), upload).await().atMost(PATIENCE);
            return new Uploaded(id.value(), 1, taken.files(), taken.bytes(), taken.skipped());
        } finally {
            places.release();
        }
    }

    private static ArchiveFormat format(HttpHeaders headers) {
        var type = headers.getMediaType();
        return ArchiveFormat.of(type.getType() + "/" + type.getSubtype())
                .orElseThrow(() ->
                        ProblemException.of(
                                Problem.Type.UNSUPPORTED_MEDIA_TYPE,
                                "Send application/x-tar, application/gzip or"
                                        + " application/zip."));
    }

    private Outcome.Taken taken(Upload upload, ArchiveFormat format, InputStream body)
            throws IOException {
        if (!upload.receive(body, archiveBytes)) {
            throw ProblemException.of(
                    Problem.Type.TOO_LARGE,
                    "The archive is larger than "
                            + archiveBytes
                            + " bytes. Leave out what is not source.");
        }
        return switch (upload.unpack(format, limits)) {
            case Outcome.Taken taken -> taken;
            case Outcome.Refused(var tooLarge, var detail) ->
                    throw tooLarge
                            ? ProblemException.of(
                                    Problem.Type.TOO_LARGE,
                                    "The archive was not taken: " + detail + ".")
                            : ProblemException.invalid("body", "is not taken: " + detail);
        };
    }
}
