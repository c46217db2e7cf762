package dev.monkeycoder.gateway.mesh;

import dev.monkeycoder.testkit.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// auth-service: exchanges what it has granted, and holds keys.
public final class FakeAuth extends Neighbour {
    public static final List<String> ALL =
            List.of(
                    "runs:read",
                    "runs:write",
                    "workspaces:read",
                    "workspaces:write",
                    "keys:read",
                    "keys:write",
                    "usage:read");

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicInteger exchanges = new AtomicInteger();

    record Grant(String tenant, String caller, List<String> scopes) {}

    FakeAuth(Vertx vertx) {
        super(vertx, "monkey.auth.url");
    }

    /// From now on `credential` is good.
    public void grant(String credential, String tenant, String caller, List<String> scopes) {
        grants.put(credential, new Grant(tenant, caller, scopes));
    }

    public void revoke(String credential) {
        grants.remove(credential);
    }

    public int exchanges() {
        return exchanges.get();
    }

    /// The token type under which a credential was last shown.
    public String typeOf(String credential) {
        return types.getOrDefault(credential, "");
    }

    @Override
    void handle(HttpServerRequest request, Heard as) {
        switch (request.method() + " " + request.path()) {
            case "POST /internal/tokens" -> {
                request.setExpectMultipart(true);
                request.endHandler(_ -> exchange(request));
            }
            case "GET /internal/keys" ->
                    json(
                            request.response(),
                            200,
                            new JsonObject()
                                    .put(
                                            "keys",
                                            new JsonArray()
                                                    .add(
                                                            new JsonObject()
                                                                    .put("id", "k1")
                                                                    .put("tenant", as.tenant()))));
            case "POST /internal/keys" ->
                    request.body()
                            .onSuccess(body -> {
                                if (body.toJsonObject().containsKey("name")) {
                                    json(
                                            request.response(),
                                            201,
                                            body.toJsonObject().put("key", "mk_once"));
                                } else {
                                    problem(request.response(), 400, "name: is missing");
                                }
                            });
            case "DELETE /internal/keys/k1" -> request.response().setStatusCode(204).end();
            case "GET /internal/usage" ->
                    json(
                            request.response(),
                            200,
                            new JsonObject()
                                    .put("rows", new JsonArray())
                                    .put("total", new JsonObject().put("input_tokens", 0)));
            default -> problem(request.response(), 404, "The key does not exist.");
        }
    }

    private void exchange(HttpServerRequest request) {
        exchanges.incrementAndGet();
        var credential = request.getFormAttribute("subject_token");
        types.put(credential, request.getFormAttribute("subject_token_type"));
        var grant = grants.get(credential);
        if (grant == null
                || !"urn:ietf:params:oauth:grant-type:token-exchange"
                        .equals(request.getFormAttribute("grant_type"))) {
            problem(request.response(), 401, "no");
            return;
        }
        var token =
                Tokens.mint(grant.tenant(), grant.caller(), grant.scopes().toArray(String[]::new));
        json(
                request.response(),
                200,
                new JsonObject()
                        .put("access_token", token)
                        .put("issued_token_type", "urn:ietf:params:oauth:token-type:access_token")
                        .put("token_type", "Bearer")
                        .put("expires_in", 300)
                        .put("scope", String.join(" ", grant.scopes())));
    }
}
