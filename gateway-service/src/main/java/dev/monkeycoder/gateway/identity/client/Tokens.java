package dev.monkeycoder.gateway.identity.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.gateway.GatewayConfig;
import dev.monkeycoder.gateway.identity.Credential;
import dev.monkeycoder.gateway.identity.Credential.Fingerprint;
import dev.monkeycoder.gateway.identity.Exchanges;
import dev.monkeycoder.gateway.identity.Exchanges.Known;
import dev.monkeycoder.gateway.identity.MonkeyToken;
import dev.monkeycoder.gateway.upstream.Part;
import dev.monkeycoder.gateway.upstream.client.Answer;
import dev.monkeycoder.gateway.upstream.client.Refusals;
import dev.monkeycoder.gateway.upstream.client.Request;
import dev.monkeycoder.gateway.upstream.client.Upstream;
import dev.monkeycoder.kit.event.EventJson;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Exchanges outside credentials for monkey tokens at auth-service (RFC 8693), at most one exchange
/// of a credential at a time. While auth-service is down, tokens that are still good go on being
/// used.
@ApplicationScoped
public class Tokens {
    /// What is left of a token's life when it is sent to nobody any more.
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Upstream upstream;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Exchanges exchanges;
    private final ConcurrentHashMap<Fingerprint, Uni<MonkeyToken>> underWay =
            new ConcurrentHashMap<>();

    Tokens(Upstream upstream, InstantSource clock, MeterRegistry meters, GatewayConfig config) {
        this.upstream = upstream;
        this.clock = clock;
        this.meters = meters;
        var limits = config.identity();
        exchanges =
                new Exchanges(
                        new Exchanges.Limits(
                                limits.entries(),
                                limits.early(),
                                limits.refusal(),
                                limits.tokenLife()));
        meters.gauge("monkey_identity_credentials", exchanges, Exchanges::size);
    }

    /// The token for a credential. Fails with [AuthenticationFailedException] for one that is not
    /// good now, with a problem when auth-service can't be asked.
    public Uni<MonkeyToken> of(Credential credential) {
        var fingerprint = credential.fingerprint();
        return switch (exchanges.find(fingerprint, clock.instant())) {
            case Known.Good(var token) -> Uni.createFrom().item(token);
            case Known.Ageing(var token) ->
                    exchanged(credential, fingerprint)
                            .onFailure(
                                    failure -> !(failure instanceof AuthenticationFailedException))
                            .recoverWithItem(token);
            case Known.Refused _ -> Uni.createFrom().failure(new AuthenticationFailedException());
            case Known.Unknown _ -> exchanged(credential, fingerprint);
        };
    }

    /// Whether somebody can get in without auth-service.
    public boolean anyGood() {
        return exchanges.anyGood(clock.instant());
    }

    /// Lets nobody in any more with what was exchanged for `caller`.
    public void revoke(CallerId caller) {
        exchanges.revoke(caller, clock.instant());
    }

    private Uni<MonkeyToken> exchanged(Credential credential, Fingerprint fingerprint) {
        return underWay.computeIfAbsent(
                fingerprint,
                _ ->
                        upstream.ask(request(credential))
                                .map(answer -> taken(fingerprint, answer))
                                .onTermination()
                                .invoke(() -> underWay.remove(fingerprint))
                                .memoize()
                                .indefinitely());
    }

    private MonkeyToken taken(Fingerprint fingerprint, Answer answer) {
        var now = clock.instant();
        if (answer.status() == 401 || answer.status() == 400) {
            exchanges.refused(fingerprint, now);
            meters.counter("monkey_identity_exchanges", "outcome", "refused").increment();
            throw new AuthenticationFailedException();
        }
        Refusals.check(Part.AUTH, answer);
        var token = token(answer, now);
        meters.counter("monkey_identity_exchanges", "outcome", "granted").increment();
        if (!exchanges.granted(fingerprint, token, now)) {
            throw new AuthenticationFailedException();
        }
        return token;
    }

    private static MonkeyToken token(Answer answer, Instant now) {
        var json = EventJson.read(answer.text(), JsonNode.class);
        var jwt = json.path("access_token").asText();
        var claims =
                new String(
                        Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]),
                        StandardCharsets.UTF_8);
        return new MonkeyToken(
                jwt,
                new CallerId(EventJson.read(claims, JsonNode.class).path("sub").asText()),
                now.plusSeconds(json.path("expires_in").asLong()).minus(MARGIN));
    }

    private static Request request(Credential credential) {
        var type =
                switch (credential) {
                    case Credential.ApiKey _ -> "urn:monkey:params:token-type:api-key";
                    case Credential.AccessToken _ ->
                            "urn:ietf:params:oauth:token-type:access_token";
                };
        var form =
                "grant_type="
                        + encoded("urn:ietf:params:oauth:grant-type:token-exchange")
                        + "&subject_token="
                        + encoded(credential.secret())
                        + "&subject_token_type="
                        + encoded(type);
        return new Request(
                Part.AUTH,
                HttpMethod.POST,
                "/internal/tokens",
                Optional.empty(),
                Optional.of(
                        new Request.Body(
                                "application/x-www-form-urlencoded", Buffer.buffer(form))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
