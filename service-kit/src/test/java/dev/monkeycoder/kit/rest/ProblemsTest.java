package dev.monkeycoder.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = new Problems();

    record Body(int count) {}

    @Test
    void eachMistakeHasItsTypeAndStatus() {
        var problem = body(problems.problem(ProblemException.notFound("run 7")));
        assertThat(problem.type()).isEqualTo("/problems/not-found");
        assertThat(problem.status()).isEqualTo(404);
        assertThat(problem.detail()).isEqualTo("run 7 does not exist, or not for this tenant.");
    }

    @Test
    void aPartThatIsGoneSaysWhenToTryAgain() {
        var response =
                problems.problem(
                        ProblemException.unavailable("orchestrator", Duration.ofSeconds(3)));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("3");
        assertThat(problems.fault(new ConnectException("refused")).getHeaderString("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void anUnknownFieldIsNamed() {
        var problem = body(problems.json(failure("{\"count\":1,\"colour\":2}")));
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.FieldError("colour", "is not a field of this request"));
    }

    @Test
    void aWrongTypeAndBrokenJsonAreTold() {
        assertThat(body(problems.json(failure("{\"count\":\"x\"}"))).errors().getFirst().field())
                .isEqualTo("count");
        assertThat(body(problems.json(failure("{\"count\":"))).errors().getFirst().field())
                .isEqualTo("body");
    }

    @Test
    void aFaultOfOursTellsNothingOfItself() {
        assertThat(body(problems.fault(new IllegalStateException("secret"))).detail())
                .doesNotContain("secret");
    }

    private static com.fasterxml.jackson.core.JsonProcessingException failure(String json) {
        ObjectMapper mapper = new JsonMapper();
        try {
            mapper.readValue(json, Body.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return e;
        }
        throw new AssertionError("was read");
    }

    private static Problem body(Response response) {
        return (Problem) response.getEntity();
    }
}
