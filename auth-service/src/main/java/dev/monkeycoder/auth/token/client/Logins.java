package dev.monkeycoder.auth.token.client;

import dev.monkeycoder.auth.AuthConfig;
import dev.monkeycoder.auth.token.PersonVerdict;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/// Asks Quarkus' OIDC extension whether a token is one of our realm: signature by the realm's keys,
/// issuer, audience, type and time. The rest is [LoginClaims]' to say.
///
/// Keycloak is asked for its keys when they are needed, and they are kept for a while. While it is
/// down and they are not there, nobody can say.
@ApplicationScoped
public class Logins {
    private static final Logger LOG = Logger.getLogger(Logins.class);

    private final TenantIdentityProvider people;
    private final AuthConfig.People config;
    private final InstantSource clock;

    Logins(
            @Tenant("people") TenantIdentityProvider people,
            AuthConfig config,
            InstantSource clock) {
        this.people = people;
        this.config = config.people();
        this.clock = clock;
    }

    /// Whether `token` is a login that we take. What is refused by its own claims is refused at
    /// once, whoever signed it.
    public Uni<PersonVerdict> verdict(String token) {
        return switch (claimed(token)) {
            case PersonVerdict.Known person -> signed(token, person);
            case PersonVerdict other -> Uni.createFrom().item(other);
        };
    }

    private PersonVerdict claimed(String token) {
        try {
            return LoginPayload.of(token).verdict(config.clients(), clock.instant());
        } catch (RuntimeException notOne) {
            // it is anybody's text: whatever it breaks, it is no token
            return new PersonVerdict.Refused("the token is not a JWT");
        }
    }

    private Uni<PersonVerdict> signed(String token, PersonVerdict person) {
        return Uni.createFrom()
                .deferred(() -> people.authenticate(new AccessTokenCredential(token)))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .replaceWith(person)
                .onFailure(failure -> among(failure, Logins::unanswered))
                .recoverWithItem(Logins::unavailable)
                .onFailure()
                .recoverWithItem(Logins::refused);
    }

    private static PersonVerdict unavailable(Throwable failure) {
        LOG.warnf("keycloak does not answer error=%s", failure);
        return new PersonVerdict.Unavailable();
    }

    private static PersonVerdict refused(Throwable failure) {
        LOG.debugf("login refused error=%s", failure);
        return new PersonVerdict.Refused(
                among(failure, Logins::expired)
                        ? "the token has expired"
                        : "the token is not a valid access token of the realm");
    }

    /// What may have come of a question to Keycloak that got no answer, or none that makes sense.
    private static boolean unanswered(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof OIDCException
                || cause instanceof VertxException
                || cause instanceof TimeoutException
                || cause instanceof java.util.concurrent.TimeoutException;
    }

    private static boolean expired(Throwable cause) {
        return cause instanceof InvalidJwtException invalid && invalid.hasExpired();
    }

    private static boolean among(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(16)
                .anyMatch(wanted);
    }
}
