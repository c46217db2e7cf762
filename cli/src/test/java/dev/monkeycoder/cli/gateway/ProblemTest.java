package dev.monkeycoder.cli.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.cli.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void oneSentenceWithTheFieldsAndTheTrace() {
        assertThat(
                        Problem.of(
                                        400,
                                        """
                                        {"type":"/problems/invalid-request","title":"The request is not valid","status":400,
                                         "detail":"2 fields are not valid","trace":"abc",
                                         "errors":[{"field":"prompt","message":"is missing"},{"field":"colour","message":"is not a field of this request"}]}
                                        """)
                                .sentence())
                .isEqualTo(
                        "2 fields are not valid: prompt is missing; colour is not a field of this"
                                + " request (HTTP 400, trace abc)");
    }

    @Test
    void saysWhereAnotherCredentialComesFrom() {
        assertThat(Problem.of(401, "{\"title\":\"No valid credential\"}").sentence())
                .isEqualTo(
                        "No valid credential (HTTP 401); MONKEY_KEY or `monkey login` gives another"
                                + " credential");
    }

    @Test
    void anAnswerThatIsNoProblemIsNotPrinted() {
        assertThat(Problem.of(502, "<html>proxy</html>").sentence())
                .isEqualTo("the gateway answered with an error (HTTP 502)");
    }

    @Test
    void anAddressHasNoSlashAtItsEnd() {
        assertThat(Address.of(" http://127.0.0.1:8080/ ").at("/api"))
                .hasToString("http://127.0.0.1:8080/api");
        assertThatThrownBy(() -> Address.of("gateway:8080")).isInstanceOf(Stop.class);
        assertThatThrownBy(() -> Address.of("not a url")).isInstanceOf(Stop.class);
    }

    @Test
    void aKeyOverPlainHttpToAnotherMachineIsExposed() {
        assertThat(Address.of("http://mesh.example").exposed()).isTrue();
        assertThat(Address.of("https://mesh.example").exposed()).isFalse();
        assertThat(Address.of("http://127.0.0.1:8080").exposed()).isFalse();
        assertThat(Address.of("http://localhost:8080").exposed()).isFalse();
    }

    @Test
    void secretsAreNotInTheTextOfACredential() {
        assertThat(new Credential.ApiKey("mk_secret")).asString().doesNotContain("secret");
        assertThat(new Credential.Login("secret", Optional.of("secret"), Instant.EPOCH, "x"))
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        var pauses =
                Stream.iterate(Backoff.FRESH, Backoff::failed)
                        .limit(14)
                        .map(backoff -> backoff.pause(Optional.empty()))
                        .toList();
        assertThat(pauses)
                .startsWith(
                        Optional.of(Duration.ofMillis(250)), Optional.of(Duration.ofMillis(500)));
        assertThat(pauses.get(11)).contains(Duration.ofSeconds(5));
        assertThat(pauses.get(12)).isEmpty();
        assertThat(Backoff.FRESH.pause(Optional.of(Duration.ofSeconds(2))))
                .contains(Duration.ofSeconds(2));
    }
}
