package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.mesh.traces.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The spans of the main job: one tree over all services, with the names of OpenTelemetry's
/// conventions for generative AI.
@ExtendWith(SharedMesh.Source.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTraceIT {
    private static final int SERVICES = 5;
    private static final int WRITES = 9;

    private final DemoRun demo;
    private final TraceTree trace;

    DemoTraceIT(SharedMesh mesh, @TempDir Path folder) {
        this.demo = DemoRun.done(mesh, folder, UUID.randomUUID(), "id=demo-trace");
        this.trace = TraceTree.whole(mesh.running(), demo.trace(), this::isThere);
    }

    private boolean isThere(TraceTree tree) {
        return tree.services().size() >= SERVICES
                && tree.orphans().isEmpty()
                && tree.named("chat scripted-bookshop").size() >= demo.requests().size()
                && tree.named("execute_tool write_file").size() >= WRITES;
    }

    @Test
    void theTraceIsOneTreeOverAllFiveServices() {
        assertThat(trace.roots())
                .singleElement()
                .extracting(Span::name, Span::service)
                .containsExactly("POST /api/v1/runs", "gateway");
        assertThat(trace.services())
                .containsExactlyInAnyOrder(
                        "gateway", "orchestrator", "provider", "context", "auth");
        assertThat(trace.named("invoke_workflow handoff/1")).hasSize(1);
        assertThat(trace.named("invoke_agent planner")).hasSize(1);
        assertThat(trace.named("invoke_agent developer")).hasSize(2);
        assertThat(trace.named("invoke_agent reviewer")).hasSize(2);
        assertThat(trace.named("chat scripted-bookshop"))
                .hasSameSizeAs(demo.requests())
                .allSatisfy(chat -> {
                    assertThat(trace.parentName(chat)).startsWith("invoke_agent ");
                    assertThat(chat.kind()).isEqualTo("client");
                    assertThat(chat.attributes())
                            .containsEntry("gen_ai.operation.name", "chat")
                            .containsEntry("gen_ai.provider.name", "simulator")
                            .containsKeys(
                                    "gen_ai.usage.input_tokens",
                                    "gen_ai.usage.output_tokens",
                                    "gen_ai.response.finish_reasons");
                });
        assertThat(trace.named("execute_tool write_file"))
                .hasSize(WRITES)
                .allSatisfy(tool ->
                        assertThat(trace.parentName(tool)).isEqualTo("invoke_agent developer"));
    }

    @Test
    void aHandoffLeadsToItsTargetInTheTrace() {
        assertThat(trace.named("execute_tool transfer_to_reviewer"))
                .hasSize(2)
                .allSatisfy(handoff -> {
                    assertThat(trace.parentName(handoff)).isEqualTo("invoke_agent developer");
                    assertThat(handoff.attributes())
                            .containsEntry("gen_ai.agent.handoff.source.name", "developer")
                            .containsEntry("gen_ai.agent.handoff.target.name", "reviewer");
                });
        assertThat(trace.named("invoke_agent reviewer"))
                .map(trace::parentName)
                .containsOnly("execute_tool transfer_to_reviewer");
        assertThat(trace.named("invoke_agent planner"))
                .map(trace::parentName)
                .containsExactly("invoke_workflow handoff/1");
    }

    @Test
    void eachKafkaHopIsInTheTraceWithItsTopic() {
        List<Span> hops =
                trace.all().stream()
                        .filter(span -> "kafka".equals(span.attributes().get("messaging.system")))
                        .toList();
        assertThat(hops)
                .extracting(span ->
                        "%s %s %s"
                                .formatted(
                                        span.service(),
                                        span.kind(),
                                        span.attributes().get("messaging.destination.name")))
                .contains(
                        "gateway producer monkey.run.commands",
                        "orchestrator consumer monkey.run.commands",
                        "orchestrator producer monkey.model.commands",
                        "provider consumer monkey.model.commands",
                        "orchestrator producer monkey.context.commands",
                        "context consumer monkey.context.commands",
                        "provider producer monkey.call.results",
                        "context producer monkey.call.results",
                        "orchestrator consumer monkey.call.results",
                        "provider producer monkey.usage",
                        "auth consumer monkey.usage");
        assertThat(demo.requests())
                .map(request -> request.path("headers").path("traceparent").asText())
                .allMatch(parent -> parent.contains(demo.trace()));
    }
}
