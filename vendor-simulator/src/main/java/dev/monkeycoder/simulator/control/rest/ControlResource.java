package dev.monkeycoder.simulator.control.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.monkeycoder.simulator.fault.FaultOrder;
import dev.monkeycoder.simulator.fault.Faults;
import dev.monkeycoder.simulator.journal.Entry;
import dev.monkeycoder.simulator.journal.Journal;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/// The control API: who tests against the simulator orders faults here, and sees what reached the
/// vendor.
@Path("/control")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class ControlResource {
    private static final JsonMapper STRICT =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Faults faults;
    private final Journal journal;

    ControlResource(Faults faults, Journal journal) {
        this.faults = faults;
        this.journal = journal;
    }

    /// The requests after the one of the id `after`, oldest first; with `model` only those for it.
    @GET
    @Path("requests")
    public Map<String, List<RequestView>> requests(
            @QueryParam("model") @DefaultValue("") String model,
            @QueryParam("after") @DefaultValue("0") long after) {
        return Map.of(
                "requests",
                journal.entries().stream()
                        .filter(entry -> entry.id() > after)
                        .filter(entry -> model.isEmpty() || isFor(entry, model))
                        .map(RequestView::of)
                        .toList());
    }

    private static boolean isFor(Entry entry, String model) {
        return entry.asked().model().equals(model);
    }

    @DELETE
    @Path("requests")
    public void forgetRequests() {
        journal.clear();
    }

    @GET
    @Path("faults")
    public Map<String, List<FaultView>> faults() {
        return Map.of("faults", faults.open().stream().map(FaultView::of).toList());
    }

    @POST
    @Path("faults")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response order(String body) {
        try {
            FaultView view = STRICT.readValue(body, FaultView.class);
            if (view == null) {
                return problem("not a JSON object");
            }
            FaultOrder order = view.order();
            faults.order(order);
            return Response.status(Response.Status.CREATED).entity(FaultView.of(order)).build();
        } catch (UnrecognizedPropertyException e) {
            return problem("unknown field: " + e.getPropertyName());
        } catch (JsonProcessingException e) {
            return problem(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return problem(String.valueOf(e.getMessage()));
        }
    }

    @DELETE
    @Path("faults")
    public void forgetFaults() {
        faults.clear();
    }

    private static Response problem(String detail) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type("application/problem+json")
                .entity(Map.of("title", "Bad request", "status", 400, "detail", detail))
                .build();
    }
}
