package dev.monkeycoder.context;

import static dev.monkeycoder.context.Scene.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.monkeycoder.events.WorkspaceVersion;
import dev.monkeycoder.testkit.MeshServers;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.semconv.ErrorAttributes;
import io.opentelemetry.semconv.incubating.GenAiIncubatingAttributes;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeshServers.class)
class TelemetryQuarkusTest {
    @Inject EndedSpans spans;

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    private SpanData span(String name) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                spans.ofTrace(scene.trace)
                                        .filter(span -> span.getName().equals(name))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aToolIsASpanBelowItsCommandsOrigin() {
        var base = new WorkspaceVersion(scene.upload(Map.of("a.txt", "secret words")), 1);
        var command = scene.tool(base, "read_file", Map.of("path", "a.txt"));
        scene.use(command);

        var span = span("execute_tool read_file");

        assertThat(span.getParentSpanId()).isEqualTo(scene.span);
        assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        var attributes = span.getAttributes();
        assertThat(attributes.get(GenAiIncubatingAttributes.GEN_AI_TOOL_NAME))
                .isEqualTo("read_file");
        assertThat(attributes.get(GenAiIncubatingAttributes.GEN_AI_TOOL_CALL_ID))
                .isEqualTo(command.use().id());
        assertThat(attributes.get(GenAiIncubatingAttributes.GEN_AI_TOOL_TYPE))
                .isEqualTo("function");
        assertThat(attributes.asMap().values().toString()).doesNotContain("a.txt", "secret");
    }

    @Test
    void aToolThatRefusesIsAnErrorAndAMadeUpNameIsNoMetric() {
        var base = new WorkspaceVersion(scene.upload(Map.of("a.txt", "a")), 1);
        scene.use(scene.tool(base, "made_up_" + Scene.hex(8), "{}"));

        var span = span("execute_tool unknown");

        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(ErrorAttributes.ERROR_TYPE)).isEqualTo("tool_error");
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("gen_ai_execute_tool_duration_seconds_count"))
                .body(containsString("gen_ai_tool_name=\"unknown\""));
    }

    @Test
    void healthIsOpenAndNamesDoorsAndParts() {
        given().get("/q/health/live").then().statusCode(200).body("status", is("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body(containsString("door.commands"))
                .body(containsString("part.database"));
    }
}
