package dev.monkeycoder.auth.token.rest;

import dev.monkeycoder.auth.AuthConfig;
import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyVerdict;
import dev.monkeycoder.auth.key.store.KeyStore;
import dev.monkeycoder.auth.key.store.KeyUse;
import dev.monkeycoder.auth.token.Exchange;
import dev.monkeycoder.auth.token.ExchangeRequest;
import dev.monkeycoder.auth.token.client.Logins;
import dev.monkeycoder.kit.event.IdSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Exchanges credentials for monkey tokens. The way of a key needs PostgreSQL only, the way of a
/// login Keycloak only.
@ApplicationScoped
class Exchanges {
    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final KeyStore keys;
    private final KeyUse use;
    private final Logins logins;
    private final IdSource ids;
    private final InstantSource clock;
    private final AuthConfig.Token config;
    private final MeterRegistry meters;

    Exchanges(
            KeyStore keys,
            KeyUse use,
            Logins logins,
            IdSource ids,
            InstantSource clock,
            AuthConfig config,
            MeterRegistry meters) {
        this.keys = keys;
        this.use = use;
        this.logins = logins;
        this.ids = ids;
        this.clock = clock;
        this.config = config.token();
        this.meters = meters;
    }

    Uni<Exchange> exchange(ExchangeRequest request) {
        return switch (request) {
            case ExchangeRequest.Unreadable(var refusal) ->
                    counted("form", Uni.createFrom().item(new Exchange.Refused(refusal)));
            case ExchangeRequest.WithKey(var text) -> counted("key", withKey(text));
            case ExchangeRequest.WithLogin(var text) -> counted("login", withLogin(text));
        };
    }

    private Uni<Exchange> withKey(String text) {
        return ApiKey.parse(text)
                .map(keys::verdict)
                .orElseGet(() -> Uni.createFrom().item(new KeyVerdict.Unknown()))
                .invoke(verdict -> {
                    if (verdict instanceof KeyVerdict.Good(var key)) {
                        use.note(key.id());
                    }
                })
                .map(verdict -> Exchange.of(verdict, ids.next(), clock.instant(), config.life()));
    }

    private Uni<Exchange> withLogin(String text) {
        return logins.verdict(text)
                .map(verdict -> Exchange.of(verdict, ids.next(), clock.instant(), config.life()));
    }

    private Uni<Exchange> counted(String subject, Uni<Exchange> exchange) {
        return exchange.invoke(result -> {
            var outcome =
                    switch (result) {
                        case Exchange.Granted _ -> "granted";
                        case Exchange.Refused(var refusal) -> {
                            LOG.infof(
                                    "exchange refused subject=%s reason=\"%s\"",
                                    subject, refusal.description());
                            yield refusal.kind().error();
                        }
                    };
            meters.counter("monkey_exchanges", "subject", subject, "outcome", outcome).increment();
        });
    }
}
