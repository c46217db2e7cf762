package dev.monkeycoder.cli.login.client;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.cli.Exit;
import dev.monkeycoder.cli.Stop;
import dev.monkeycoder.cli.gateway.Credential.Login;
import dev.monkeycoder.cli.login.DeviceCode;
import dev.monkeycoder.cli.login.TokenAnswer;
import dev.monkeycoder.cli.run.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// An OpenID provider, for the device grant (RFC 8628) and the refresh of its tokens.
public final class IdentityProvider {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final String CLIENT = "monkey-cli";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    private final HttpClient http;
    private final InstantSource clock;

    public IdentityProvider(HttpClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /// Where a provider takes what.
    public record Endpoints(URI device, URI token) {}

    /// Reads the provider's own description.
    public Endpoints discover(String issuer) {
        var uri = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        var answer = send(HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build());
        var tree = Json.tree(answer.body()).filter(_ -> answer.statusCode() == 200);
        return new Endpoints(
                endpoint(tree, "device_authorization_endpoint", issuer),
                endpoint(tree, "token_endpoint", issuer));
    }

    private static URI endpoint(Optional<JsonNode> tree, String field, String issuer) {
        return tree.map(is -> is.path(field).asText(""))
                .filter(is -> !is.isEmpty())
                .map(URI::create)
                .orElseThrow(() ->
                        Stop.with(
                                Exit.UNREACHABLE,
                                issuer + " does not describe an OpenID provider with a " + field));
    }

    public DeviceCode start(Endpoints endpoints) {
        var answer = form(endpoints.device(), Map.of("client_id", CLIENT, "scope", "openid"));
        return Json.tree(answer.body())
                .filter(_ -> answer.statusCode() == 200)
                .flatMap(DeviceCode::of)
                .orElseThrow(() ->
                        Stop.with(
                                Exit.REFUSED,
                                "the identity provider refused to start a login (HTTP status "
                                        + answer.statusCode()
                                        + ")"));
    }

    /// Asks until the person has answered or the code has expired.
    public Login await(Endpoints endpoints, DeviceCode code) {
        var interval = code.interval();
        var end = clock.instant().plus(code.good());
        while (clock.instant().isBefore(end)) {
            pause(interval);
            switch (ask(endpoints, code)) {
                case TokenAnswer.Granted granted -> {
                    return login(granted, endpoints.token().toString());
                }
                case TokenAnswer.Denied(var reason) -> throw Stop.with(Exit.REFUSED, reason);
                case TokenAnswer.SlowDown() -> interval = interval.plus(SLOWER);
                case TokenAnswer.Pending() -> {}
            }
        }
        throw Stop.with(Exit.REFUSED, "the code has expired; try again");
    }

    private TokenAnswer ask(Endpoints endpoints, DeviceCode code) {
        var answer =
                form(
                        endpoints.token(),
                        Map.of(
                                "grant_type", DEVICE,
                                "client_id", CLIENT,
                                "device_code", code.secret()));
        return TokenAnswer.of(answer.statusCode(), answer.body());
    }

    /// A login with a fresh access token; empty when a person has to log in again.
    public Optional<Login> refresh(Login login) {
        if (login.refreshToken().isEmpty()) {
            return Optional.empty();
        }
        var answer =
                form(
                        URI.create(login.tokenEndpoint()),
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                CLIENT,
                                "refresh_token",
                                login.refreshToken().get()));
        return TokenAnswer.of(answer.statusCode(), answer.body())
                        instanceof TokenAnswer.Granted granted
                ? Optional.of(login(granted, login.tokenEndpoint()))
                : Optional.empty();
    }

    private Login login(TokenAnswer.Granted granted, String endpoint) {
        return new Login(
                granted.accessToken(),
                granted.refreshToken(),
                clock.instant().plus(granted.good()),
                endpoint);
    }

    private HttpResponse<String> form(URI uri, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(joining("&"));
        return send(
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw Stop.unreachable("the identity provider at " + request.uri().resolve("/"), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Stop.with(Exit.INTERRUPTED, "interrupted");
        }
    }
}
