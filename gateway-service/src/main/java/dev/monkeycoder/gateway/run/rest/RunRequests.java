package dev.monkeycoder.gateway.run.rest;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.door.rest.Bodies;
import dev.monkeycoder.gateway.door.rest.JsonBody;
import dev.monkeycoder.gateway.door.rest.OwnThread;
import dev.monkeycoder.gateway.identity.rest.Visitor;
import dev.monkeycoder.gateway.run.IdempotencyKey;
import dev.monkeycoder.gateway.run.Intake;
import dev.monkeycoder.gateway.run.Known;
import dev.monkeycoder.gateway.run.Links;
import dev.monkeycoder.gateway.run.RequestHash;
import dev.monkeycoder.gateway.run.RunForm;
import dev.monkeycoder.gateway.run.store.RunTable;
import dev.monkeycoder.kit.event.Origin;
import dev.monkeycoder.kit.rest.Problem;
import dev.monkeycoder.kit.rest.Problem.FieldError;
import dev.monkeycoder.kit.rest.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Takes requests for runs.
@Path("/api/v1/runs")
@Tag(name = "Runs")
class RunRequests {
    private final Visitor visitor;
    private final RunTable table;
    private final RunStreams streams;
    private final RunForm form;
    private final long mostBytes;

    RunRequests(Visitor visitor, RunTable table, RunStreams streams, GatewayConfig config) {
        this.visitor = visitor;
        this.table = table;
        this.streams = streams;
        var usual = config.run().usual();
        var most = config.run().most();
        form =
                new RunForm(
                        limits(usual.steps(), usual.tokens(), usual.costMicros(), usual.seconds()),
                        limits(most.steps(), most.tokens(), most.costMicros(), most.seconds()));
        mostBytes = config.run().maxBody();
    }

    private static RunSpec.Limits limits(int steps, long tokens, long micros, int seconds) {
        return new RunSpec.Limits(steps, tokens, new Money(micros), seconds);
    }

    @POST
    @RolesAllowed("runs:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
    @Operation(
            operationId = "createRun",
            summary = "Ask for a piece of work",
            description =
                    "Accepts the run and answers at once. With `Accept: text/event-stream` the"
                        + " answer is the run's event stream; its first event is `run.accepted`."
                        + " Needs the scope `runs:write`.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(ref = "RunRequest")))
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            headers = {
                @Header(
                        name = "Location",
                        description = "The run",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Idempotency-Replayed",
                        description = "`true` when the same request was accepted before",
                        schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(mediaType = "application/json", schema = @Schema(ref = "RunAccepted")))
    @APIResponse(
            responseCode = "200",
            description = "Accepted; the event stream",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(ref = "EventStream")))
    @APIResponse(responseCode = "422", ref = "IdempotencyMismatch")
    public Uni<Response> create(
            @Parameter(
                            description =
                                    "1 to 200 visible ASCII characters. The same key with the same"
                                            + " request gives the same run, whenever it comes")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String idempotencyKey,
            @Parameter(hidden = true) @HeaderParam("Accept") @Nullable String accept,
            @Context HttpServerRequest request) {
        var key = Optional.ofNullable(idempotencyKey).map(RunRequests::key);
        var origin = visitor.caller().origin();
        var own = OwnThread.here();
        var streamed = accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
        if (streamed) {
            streams.checkRoom();
        }
        return Bodies.read(request, mostBytes)
                .map(JsonBody::object)
                .chain(json -> own.back(accepted(json, key, origin)))
                .chain(intake ->
                        streamed
                                ? streamed(intake, own, request)
                                : Uni.createFrom().item(answered(intake)));
    }

    private Uni<Intake> accepted(Map<?, ?> json, Optional<IdempotencyKey> key, Origin origin) {
        return table.accept(spec(json), key, RequestHash.of(json), origin);
    }

    private static IdempotencyKey key(String header) {
        return IdempotencyKey.parse(header)
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "Idempotency-Key", "is not 1 to 200 visible ASCII characters"));
    }

    private RunSpec spec(Map<?, ?> json) {
        return switch (form.read(json)) {
            case RunForm.Reading.Good(var spec) -> spec;
            case RunForm.Reading.Bad(var faults) -> {
                List<FieldError> errors =
                        faults.stream().map(f -> new FieldError(f.field(), f.message())).toList();
                throw ProblemException.invalid(errors);
            }
        };
    }

    private static Response answered(Intake intake) {
        var run = run(intake);
        var response =
                Response.accepted(RunBody.accepted(run))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header("Location", Links.run(run.id()));
        if (intake instanceof Intake.Replayed) {
            response.header("Idempotency-Replayed", "true");
        }
        return response.build();
    }

    private Uni<Response> streamed(Intake intake, OwnThread own, HttpServerRequest request) {
        var run = run(intake);
        request.response().putHeader("Location", Links.run(run.id()));
        if (intake instanceof Intake.Replayed) {
            request.response().putHeader("Idempotency-Replayed", "true");
        }
        return streams.accepted(run, own, request.response());
    }

    private static Known run(Intake intake) {
        return switch (intake) {
            case Intake.Accepted(var run) -> run;
            case Intake.Replayed(var run) -> run;
            case Intake.Mismatch _ ->
                    throw ProblemException.of(
                            Problem.Type.IDEMPOTENCY_MISMATCH,
                            "This Idempotency-Key came before with another request; use a new"
                                    + " one.");
        };
    }
}
