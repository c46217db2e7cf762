package dev.monkeycoder.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can't be taken is refused at the door, with a problem that names each field that is wrong.
@ExtendWith(SharedMesh.Source.class)
class BadInputIT {
    private static final String RUNS = "/api/v1/runs";

    private final Api api;

    BadInputIT(SharedMesh mesh) {
        this.api = mesh.api();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    prompt                           | {"prompt": "x"
                    body                             | {"prompt": "x"} {}
                    body                             | [1]
                    prompt                           | {}
                    prompt                           | {"prompt": "  "}
                    prompt                           | {"prompt": 7}
                    prompt                           | {"prompt": "/dev "}
                    colour                           | {"prompt": "x", "colour": "red"}
                    task_type                        | {"prompt": "x", "task_type": "poetry"}
                    persona                          | {"prompt": "x", "persona": "king"}
                    custom_instructions              | {"prompt": "x", "persona": "custom"}
                    files[0].path                    | {"prompt": "x", "files": [{"path": "../a", "content": ""}]}
                    files[1].path                    | {"prompt": "x", "files": [{"path": "a", "content": ""}, {"path": "a", "content": ""}]}
                    files[0].content                 | {"prompt": "x", "files": [{"path": "a"}]}
                    files                            | {"prompt": "x", "files": [{"path": "a", "content": ""}], "workspace": "0198a1b2-0000-7000-8000-000000000001"}
                    workspace                        | {"prompt": "x", "workspace": "mine"}
                    session_id                       | {"prompt": "x", "session_id": "1"}
                    agents[0]                        | {"prompt": "x", "agents": ["The Boss"]}
                    agents                           | {"prompt": "x", "agents": ["developer", "developer"]}
                    pattern                          | {"prompt": "x", "pattern": "chaos"}
                    model                            | {"prompt": "x", "model": "a model"}
                    preferred_vendors[0]             | {"prompt": "x", "preferred_vendors": ["acme"]}
                    temperature                      | {"prompt": "x", "temperature": 2.1}
                    max_tokens                       | {"prompt": "x", "max_tokens": 1.5}
                    timeout_seconds                  | {"prompt": "x", "timeout_seconds": 0}
                    budget                           | {"prompt": "x", "budget": 5}
                    budget.max_steps                 | {"prompt": "x", "budget": {"max_steps": 0}}
                    budget.max_cost_micros           | {"prompt": "x", "budget": {"max_cost_micros": -1}}
                    budget.colour                    | {"prompt": "x", "budget": {"colour": 1}}
                    """)
    void aRunRequestThatIsWrongNamesItsField(String field, String body) {
        Response answer = api.request().contentType("application/json").body(body).post(RUNS);
        refused(answer, 400, "/problems/invalid-request", field);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Response answer =
                api.request()
                        .contentType("application/json")
                        .body("{\"temperature\": 3, \"pattern\": \"chaos\"}")
                        .post(RUNS);
        assertThat(errors(answer)).containsExactlyInAnyOrder("prompt", "temperature", "pattern");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Response answer =
                api.request()
                        .contentType("application/json")
                        .body("{\"prompt\": \"%s\"}".formatted("x".repeat(600_000)))
                        .post(RUNS);
        problem(answer, 413, "/problems/too-large");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        problem(
                api.request().contentType("text/plain").body("x").post(RUNS),
                415,
                "/problems/unsupported-media-type");
        problem(
                api.request().contentType("application/json").body("{}").post("/api/v1/workspaces"),
                415,
                "/problems/unsupported-media-type");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        Response answer =
                api.request()
                        .contentType("application/gzip")
                        .body("this is no archive".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/workspaces");
        refused(answer, 400, "/problems/invalid-request", "body");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name                 | {"scopes": ["runs:read"]}
                    scopes               | {"name": "x"}
                    scopes               | {"name": "x", "scopes": ["runs:fly"]}
                    expires_in_seconds   | {"name": "x", "scopes": ["runs:read"], "expires_in_seconds": 0}
                    colour               | {"name": "x", "scopes": ["runs:read"], "colour": "red"}
                    """)
    void aKeyRequestThatIsWrongNamesItsField(String field, String body) {
        Response answer =
                api.request().contentType("application/json").body(body).post("/api/v1/auth/keys");
        refused(answer, 400, "/problems/invalid-request", field);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, /api/v1/runs?limit=0",
        "limit, /api/v1/runs?limit=many",
        "cursor, /api/v1/runs?cursor=next",
        "version, /api/v1/workspaces/0198a1b2-0000-7000-8000-000000000001/archive?version=0"
    })
    void aQueryThatIsWrongNamesItsParameter(String field, String path) {
        refused(api.get(path), 400, "/problems/invalid-request", field);
    }

    @Test
    void aHeaderThatIsWrongIsNamed() {
        refused(
                api.request()
                        .contentType("application/json")
                        .header("Idempotency-Key", "two words")
                        .body("{\"prompt\": \"x\"}")
                        .post(RUNS),
                400,
                "/problems/invalid-request",
                "Idempotency-Key");
        refused(
                api.request()
                        .header("Last-Event-ID", "yesterday")
                        .get(RUNS + "/0198a1b2-0000-7000-8000-000000000001/events"),
                400,
                "/problems/invalid-request",
                "Last-Event-ID");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        problem(api.get("/api/v1/nothing"), 404, "/problems/not-found");
        problem(api.get(RUNS + "/not-a-uuid"), 404, "/problems/not-found");
        problem(
                api.get(RUNS + "/0198a1b2-0000-7000-8000-000000000001"),
                404,
                "/problems/not-found");
        problem(api.delete(RUNS), 405, "/problems/method-not-allowed");
    }

    private static void refused(Response answer, int status, String type, String field) {
        problem(answer, status, type);
        assertThat(errors(answer)).as(answer.asString()).contains(field);
    }

    private static void problem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonNode problem = Json.tree(answer.asString());
        assertThat(problem.path("type").asText()).isEqualTo(type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("trace").asText()).matches("[0-9a-f]{32}");
    }

    private static List<String> errors(Response answer) {
        return Json.tree(answer.asString())
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asText())
                .toList();
    }
}
