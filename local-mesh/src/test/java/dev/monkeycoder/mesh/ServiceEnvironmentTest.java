package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceEnvironmentTest {
    private final Secrets secrets = Secrets.completed(Map.of(), new SecureRandom());

    @Test
    void aServiceLogsInAsItselfAndKnowsTheOthers() {
        assertThat(of(Part.CONTEXT, Map.of("MONKEY_PORT_AUTH", "1084")))
                .containsEntry("QUARKUS_HTTP_PORT", "8083")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("MONKEY_DB_PORT", "5433")
                .containsEntry("MONKEY_DB_NAME", "monkey")
                .containsEntry("MONKEY_DB_USER", "context")
                .containsEntry("MONKEY_DB_PASSWORD", secrets.databasePassword("context"))
                .containsEntry("MONKEY_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey())
                .containsEntry("MONKEY_AUTH_URL", "http://127.0.0.1:1084")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")
                .doesNotContainKey("MONKEY_PORT_AUTH");
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"AUTH", "CONTEXT", "ORCHESTRATOR", "GATEWAY", "SIMULATOR", "KEYCLOAK"})
    void onlyTheProviderGetsTheVendorsKeys(Part part) {
        Map<String, String> told = Map.of("OPENAI_API_KEY", "sk-1", "MONKEY_MODEL_KEY", "sk-2");
        assertThat(of(part, told)).doesNotContainValue("sk-1").doesNotContainValue("sk-2");
        assertThat(of(Part.PROVIDER, told))
                .containsEntry("OPENAI_API_KEY", "sk-1")
                .containsEntry("MONKEY_MODEL_KEY", "sk-2");
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"PROVIDER", "CONTEXT", "ORCHESTRATOR", "GATEWAY", "SIMULATOR", "KEYCLOAK"})
    void onlyAuthSignsAndKnowsTheFirstKey(Part part) {
        assertThat(of(part, Map.of()))
                .doesNotContainValue(secrets.apiKey())
                .doesNotContainValue(secrets.tokenPrivateKey());
        assertThat(of(Part.AUTH, Map.of()))
                .containsEntry("MONKEY_BOOTSTRAP_KEY", secrets.apiKey())
                .containsEntry("MONKEY_BOOTSTRAP_TENANT", "default")
                .containsEntry("MONKEY_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey())
                .containsEntry("MONKEY_KEYCLOAK_URL", "http://127.0.0.1:8180/realms/monkey");
    }

    @Test
    void theProviderAsksTheSimulatorOnlyWhereNoModelIsNamed() {
        assertThat(of(Part.PROVIDER, Map.of()))
                .containsEntry("MONKEY_SIMULATOR_URL", "http://127.0.0.1:8090/v1");
        assertThat(of(Part.PROVIDER, Map.of("MONKEY_MODEL_URL", "http://ollama/v1")))
                .containsEntry("MONKEY_MODEL_URL", "http://ollama/v1")
                .doesNotContainKey("MONKEY_SIMULATOR_URL");
    }

    @Test
    void ofTheLaunchersVariablesOnlyOursArePassedOn() {
        assertThat(
                        of(
                                Part.GATEWAY,
                                Map.of("MONKEY_LIMIT", "7", "QUARKUS_HTTP_PORT", "1", "X", "2")))
                .containsEntry("MONKEY_LIMIT", "7")
                .containsEntry("QUARKUS_HTTP_PORT", "8080")
                .doesNotContainKey("X");
    }

    @Test
    void whatIsGivenToOneServiceWinsAndStaysWithIt() {
        MeshConfig config = config(Map.of()).with(Part.AUTH, Map.of("MONKEY_DB_NAME", "other"));
        ServiceEnvironment environment = new ServiceEnvironment(config, secrets);
        assertThat(environment.of(Part.AUTH)).containsEntry("MONKEY_DB_NAME", "other");
        assertThat(environment.of(Part.GATEWAY)).containsEntry("MONKEY_DB_NAME", "monkey");
    }

    private Map<String, String> of(Part part, Map<String, String> environment) {
        return new ServiceEnvironment(config(environment), secrets).of(part);
    }

    private static MeshConfig config(Map<String, String> environment) {
        return MeshConfig.of(new Checkout(Path.of("/repo")), Path.of("/state"), environment);
    }
}
