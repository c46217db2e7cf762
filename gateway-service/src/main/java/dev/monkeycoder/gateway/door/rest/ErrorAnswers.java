package dev.monkeycoder.gateway.door.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/// Adds to every operation the errors that any of them may answer with, so that the document is
/// whole without saying it at each.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorAnswers implements OASFilter {
    private static final Map<String, String> ERRORS =
            Map.of(
                    "400", "InvalidRequest",
                    "401", "Unauthenticated",
                    "403", "Forbidden",
                    "404", "NotFound",
                    "405", "MethodNotAllowed",
                    "406", "NotAcceptable",
                    "429", "TooManyRequests",
                    "500", "Internal",
                    "502", "BadUpstream",
                    "503", "Unavailable");
    private static final Map<String, String> ERRORS_OF_BODIES =
            Map.of("413", "TooLarge", "415", "UnsupportedMediaType");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = document.getPaths();
        if (paths == null || paths.getPathItems() == null) {
            return;
        }
        paths.getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(ErrorAnswers::complete));
    }

    private static void complete(Operation operation) {
        ERRORS.forEach((status, name) -> add(operation, status, name));
        if (operation.getRequestBody() != null) {
            ERRORS_OF_BODIES.forEach((status, name) -> add(operation, status, name));
        }
    }

    private static void add(Operation operation, String status, String name) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }
}
