package dev.monkeycoder.mesh;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What each service is told by its environment. Of the launcher's own variables a service gets
/// those that begin with `MONKEY_`; the vendors' keys go to provider-service alone.
public final class ServiceEnvironment {
    /// The tenant that the first API key belongs to.
    public static final String TENANT = "default";

    private static final Pattern VENDOR =
            Pattern.compile("(OPENAI|ANTHROPIC|GEMINI|GROQ|XAI)_(API_KEY|BASE_URL)");
    private static final Set<String> MODEL =
            Set.of(MeshConfig.MODEL_URL, "MONKEY_MODEL_KEY", "MONKEY_MODEL");

    private final MeshConfig config;
    private final Secrets secrets;

    public ServiceEnvironment(MeshConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    public Map<String, String> of(Part part) {
        Map<String, String> all = new HashMap<>(told(it -> it.startsWith("MONKEY_")));
        all.keySet().removeAll(MODEL);
        all.keySet().removeIf(name -> name.startsWith("MONKEY_PORT_"));
        if (part.module().isPresent()) {
            all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
            all.put("QUARKUS_HTTP_PORT", Integer.toString(config.port(part)));
        }
        switch (part) {
            case AUTH -> all.putAll(forAuth());
            case PROVIDER -> all.putAll(forProvider());
            case CONTEXT, ORCHESTRATOR, GATEWAY, SIMULATOR, POSTGRES, KAFKA, KEYCLOAK, TRACES -> {}
        }
        if (part.kind() == Part.Kind.SERVICE) {
            all.putAll(shared(part));
        }
        all.putAll(config.extra().getOrDefault(part, Map.of()));
        return Map.copyOf(all);
    }

    private Map<String, String> shared(Part part) {
        return Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + config.port(Part.KAFKA)),
                Map.entry("MONKEY_DB_HOST", "127.0.0.1"),
                Map.entry("MONKEY_DB_PORT", Integer.toString(config.port(Part.POSTGRES))),
                Map.entry("MONKEY_DB_NAME", "monkey"),
                Map.entry("MONKEY_DB_USER", part.title()),
                Map.entry("MONKEY_DB_PASSWORD", secrets.databasePassword(part.title())),
                Map.entry("MONKEY_TOKEN_PUBLIC_KEY", secrets.tokenPublicKey()),
                Map.entry("OTEL_EXPORTER_OTLP_ENDPOINT", config.url(Part.TRACES).toString()),
                Map.entry("MONKEY_AUTH_URL", config.url(Part.AUTH).toString()),
                Map.entry("MONKEY_ORCHESTRATOR_URL", config.url(Part.ORCHESTRATOR).toString()),
                Map.entry("MONKEY_CONTEXT_URL", config.url(Part.CONTEXT).toString()),
                Map.entry("MONKEY_PROVIDER_URL", config.url(Part.PROVIDER).toString()));
    }

    private Map<String, String> forAuth() {
        return Map.of(
                "MONKEY_TOKEN_PRIVATE_KEY", secrets.tokenPrivateKey(),
                "MONKEY_BOOTSTRAP_KEY", secrets.apiKey(),
                "MONKEY_BOOTSTRAP_TENANT", TENANT,
                "MONKEY_KEYCLOAK_URL", config.realm().toString());
    }

    private Map<String, String> forProvider() {
        Map<String, String> models =
                new HashMap<>(told(it -> VENDOR.matcher(it).matches() || MODEL.contains(it)));
        if (config.simulated()) {
            models.put("MONKEY_SIMULATOR_URL", config.url(Part.SIMULATOR) + "/v1");
        }
        return models;
    }

    private Map<String, String> told(Predicate<String> wanted) {
        Map<String, String> told = new HashMap<>();
        Stream.of(config.environment())
                .flatMap(it -> it.entrySet().stream())
                .filter(it -> wanted.test(it.getKey()) && !it.getValue().isBlank())
                .forEach(it -> told.put(it.getKey(), it.getValue()));
        return told;
    }
}
