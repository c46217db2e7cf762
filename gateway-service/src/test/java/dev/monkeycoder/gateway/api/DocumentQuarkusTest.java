package dev.monkeycoder.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.RunSpec;
import dev.monkeycoder.gateway.mesh.FakePorts;
import dev.monkeycoder.gateway.run.Fault;
import dev.monkeycoder.gateway.run.RunForm;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The OpenAPI document says what the code does.
@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(FakePorts.class)
class DocumentQuarkusTest {
    private static final RunSpec.Limits MOST = new RunSpec.Limits(9, 9, new Money(9), 9);

    private static JsonPath document() {
        return given().accept("application/json").get("/q/openapi").jsonPath();
    }

    @Test
    void everyOperationIsWhole() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        assertThat(paths).isNotEmpty();
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> {
                    assertThat(operation)
                            .as(method + path)
                            .containsKeys("summary", "operationId", "tags");
                    var responses = (Map<?, ?>) operation.getOrDefault("responses", Map.of());
                    assertThat(responses.keySet().stream().map(String::valueOf))
                            .as(method + path)
                            .contains("400", "401", "403", "404", "503")
                            .anyMatch(status -> status.startsWith("2"));
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = document();
        references(document.getMap(""))
                .forEach(reference ->
                        assertThat(
                                        document.<Object>get(
                                                "components."
                                                        + reference
                                                                .substring("#/components/".length())
                                                                .replace('/', '.')))
                                .as(reference)
                                .isNotNull());
    }

    @Test
    void theFieldsOfARequestAreThoseThatAreRead() {
        Map<String, Object> fields = document().getMap("components.schemas.RunRequest.properties");
        var request = new TreeMap<String, Object>(Map.of("prompt", "x", "no_such_field", 1));
        fields.keySet().stream()
                .filter(field -> !field.equals("prompt"))
                .forEach(field -> request.put(field, new Object()));
        var faults =
                switch (new RunForm(MOST, MOST).read(request)) {
                    case RunForm.Reading.Bad(var found) -> found;
                    case RunForm.Reading.Good(var spec) ->
                            throw new AssertionError(spec.toString());
                };
        assertThat(
                        faults.stream()
                                .filter(fault -> fault.message().contains("not a field"))
                                .map(Fault::field))
                .containsExactly("no_such_field");
        assertThat(faults.stream().map(Fault::field))
                .containsAll(fields.keySet().stream().filter(f -> !f.equals("prompt")).toList());
    }

    private static Stream<String> references(Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(entry ->
                                    entry.getKey().equals("$ref")
                                            ? Stream.of(String.valueOf(entry.getValue()))
                                            : references(entry.getValue()));
            case List<?> list -> list.stream().flatMap(DocumentQuarkusTest::references);
            case null, default -> Stream.of();
        };
    }
}
