package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/// For each field of a run request, what it changes: in what the vendor gets, or in how far the run
/// goes.
final class FieldCases {
    private static final String TOOL_LOOP = "tokens=5 tools=1 tool=list_files tool_steps=9";

    private final SharedMesh mesh;
    private final Api api;
    private final String mark;

    /// @param mark goes into every prompt of the case, so that its requests are found again
    FieldCases(SharedMesh mesh, String mark) {
        this.mesh = mesh;
        this.api = mesh.api();
        this.mark = "id=" + mark;
    }

    /// The cases by the path of their field, such as `budget.max_steps`.
    Map<String, Runnable> all() {
        return Map.ofEntries(
                Map.entry("prompt", this::prompt),
                Map.entry("task_type", this::taskType),
                Map.entry("persona", this::persona),
                Map.entry("custom_instructions", this::customInstructions),
                Map.entry("files[].path", this::files),
                Map.entry("files[].content", this::files),
                Map.entry("workspace", this::workspace),
                Map.entry("session_id", this::session),
                Map.entry("agents", this::agents),
                Map.entry("pattern", this::pattern),
                Map.entry("model", this::model),
                Map.entry("preferred_vendors", this::preferredVendors),
                Map.entry("temperature", this::temperature),
                Map.entry("max_tokens", this::maxTokens),
                Map.entry("timeout_seconds", this::timeout),
                Map.entry("budget.max_steps", this::maxSteps),
                Map.entry("budget.max_tokens", this::budgetOfTokens),
                Map.entry("budget.max_cost_micros", this::maxCost));
    }

    private ObjectNode request(String model, String directive) {
        return Json.object()
                .put("prompt", "Say it back, please. [[sim %s %s]]".formatted(directive, mark))
                .put("model", model);
    }

    private ObjectNode echo() {
        ObjectNode request = request("echo", "");
        request.set("agents", Json.texts("developer"));
        return request;
    }

    /// Does the run, and returns the one request that reached the vendor.
    private JsonNode sent(ObjectNode request) {
        api.submitAndFinish(request);
        return mesh.simulator().request(mark);
    }

    /// Does a run that must fail.
    private JsonNode failed(ObjectNode request, String kind) {
        JsonNode run = api.ended(api.submit(request));
        assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("failed");
        assertThat(run.path("failure").path("kind").asText()).isEqualTo(kind);
        return run;
    }

    private void prompt() {
        JsonNode sent =
                sent(echo().put("prompt", "Mend the hinge of gate 7. [[sim " + mark + "]]"));
        assertThat(Simulator.text(sent, "user").getLast()).contains("Mend the hinge of gate 7.");
    }

    private void taskType() {
        assertThat(Simulator.system(sent(echo().put("task_type", "code_review"))))
                .contains("Kind of task: code_review");
    }

    private void persona() {
        JsonNode sent = sent(request("echo", "").put("persona", "security_analyst"));
        assertThat(Simulator.system(sent)).startsWith("You are the agent \"security_analyst\".");
    }

    private void customInstructions() {
        JsonNode sent = sent(echo().put("custom_instructions", "Answer in the style of a sonnet."));
        assertThat(Simulator.system(sent)).contains("Answer in the style of a sonnet.");
    }

    private void files() {
        ObjectNode request = echo();
        request.putArray("files")
                .addObject()
                .put("path", "README.md")
                .put("content", "The lighthouse of Eddystone.\n");
        assertThat(Simulator.system(sent(request)))
                .contains("README.md")
                .contains("The lighthouse of Eddystone.");
    }

    private void workspace() {
        String workspace =
                api.upload(
                        Bookshop.Tar.of(
                                List.of(new Bookshop.Tar.File("src/lamp.txt", "It burns.\n"))));
        JsonNode run = api.submitAndFinish(echo().put("workspace", workspace));
        assertThat(run.path("workspace").path("id").asText()).isEqualTo(workspace);
        assertThat(Simulator.system(mesh.simulator().request(mark))).contains("src/lamp.txt");
    }

    private void session() {
        String session = UUID.randomUUID().toString();
        String path = "/api/v1/sessions/" + session + "/turns";
        ObjectNode first = request("plain-answer", "").put("session_id", session);
        first.put("prompt", "How old is the lamp?");
        first.set("agents", Json.texts("developer"));
        api.submitAndFinish(first);
        Awaitility.await()
                .atMost(SharedMesh.PATIENCE)
                .until(() -> api.get(path).statusCode() == 200);
        JsonNode sent = sent(echo().put("session_id", session));
        assertThat(Simulator.text(sent, "user"))
                .hasSize(2)
                .first()
                .isEqualTo("How old is the lamp?");
        assertThat(Simulator.text(sent, "assistant")).containsExactly("Done.");
    }

    private void agents() {
        ObjectNode request = echo();
        request.set("agents", Json.texts("tester"));
        assertThat(Simulator.system(sent(request))).startsWith("You are the agent \"tester\".");
    }

    private void pattern() {
        ObjectNode request = echo().put("pattern", "sequential");
        request.set("agents", Json.texts("planner", "developer"));
        api.submitAndFinish(request);
        List<JsonNode> inSequence = mesh.simulator().requests(mark);
        assertThat(inSequence).hasSize(2);
        assertThat(inSequence)
                .allMatch(sent -> !Simulator.tools(sent).contains("transfer_to_developer"));
        api.submitAndFinish(request.put("pattern", "handoff"));
        List<JsonNode> handingOver = mesh.simulator().requests(mark);
        assertThat(handingOver).hasSize(3);
        assertThat(Simulator.tools(handingOver.getLast())).contains("transfer_to_developer");
    }

    private void model() {
        JsonNode sent = sent(echo().put("model", "plain-answer"));
        assertThat(Simulator.body(sent).path("model").asText()).isEqualTo("plain-answer");
    }

    private void preferredVendors() {
        ObjectNode request = echo().put("model", "plain-answer");
        request.set("preferred_vendors", Json.texts("xai", "groq"));
        api.submitAndFinish(request);
        request.set("preferred_vendors", Json.texts("groq", "xai"));
        api.submitAndFinish(request);
        assertThat(mesh.simulator().requests(mark))
                .map(sent -> sent.path("key_end").asText())
                .containsExactly(end(SharedMesh.XAI_KEY), end(SharedMesh.GROQ_KEY));
    }

    private static String end(String key) {
        return key.substring(key.length() - 4);
    }

    private void temperature() {
        JsonNode sent = sent(echo().put("temperature", 1.25));
        assertThat(Simulator.body(sent).path("temperature").asDouble()).isEqualTo(1.25);
    }

    private void maxTokens() {
        JsonNode sent = sent(echo().put("max_tokens", 777));
        assertThat(Simulator.body(sent).path("max_tokens").asInt()).isEqualTo(777);
    }

    private void timeout() {
        ObjectNode request = request("synthetic", "ttft_ms=300000").put("timeout_seconds", 1);
        request.set("agents", Json.texts("developer"));
        failed(request, "deadline_exceeded");
        mesh.simulator()
                .await(
                        mark,
                        sent ->
                                sent.stream()
                                        .anyMatch(it ->
                                                it.path("outcome")
                                                        .asText()
                                                        .equals("cancelled-by-client")));
    }

    private void maxSteps() {
        ObjectNode request = request("synthetic", TOOL_LOOP);
        request.set("agents", Json.texts("developer"));
        request.putObject("budget").put("max_steps", 2);
        JsonNode run = failed(request, "limit_reached");
        assertThat(run.path("steps").asInt()).isEqualTo(2);
        assertThat(mesh.simulator().requests(mark)).hasSize(2);
    }

    private void budgetOfTokens() {
        ObjectNode request = echo();
        request.putObject("budget").put("max_tokens", 3000);
        assertThat(Simulator.body(sent(request)).path("max_tokens").asInt()).isEqualTo(3000);
    }

    private void maxCost() {
        ObjectNode request = request("synthetic", TOOL_LOOP);
        request.set("agents", Json.texts("developer"));
        request.putObject("budget").put("max_cost_micros", 1);
        JsonNode run = failed(request, "limit_reached");
        assertThat(run.path("cost_micros").asLong()).isGreaterThan(1);
        assertThat(mesh.simulator().requests(mark)).hasSize(1);
    }
}
