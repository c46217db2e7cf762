package dev.monkeycoder.gateway.identity.rest;

import dev.monkeycoder.gateway.door.rest.OwnThread;
import dev.monkeycoder.gateway.identity.Credential;
import dev.monkeycoder.gateway.identity.client.Tokens;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// Lets requests in that show an API key or a login: exchanges it for a monkey token, which is then
/// verified as every service does. Comes before the mechanism that takes monkey tokens themselves,
/// which no outside request may show.
@ApplicationScoped
class CredentialMechanism implements HttpAuthenticationMechanism {
    private final Tokens tokens;

    CredentialMechanism(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1000;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        return switch (read(context.request())) {
            case Credential.Reading.Absent _ -> Uni.createFrom().nullItem();
            case Credential.Reading.Malformed _ ->
                    Uni.createFrom().failure(new AuthenticationFailedException());
            case Credential.Reading.Found(var credential) ->
                    OwnThread.here()
                            .back(tokens.of(credential))
                            .chain(token ->
                                    identities.authenticate(
                                            new TokenAuthenticationRequest(
                                                    new JsonWebTokenCredential(token.jwt()))))
                            .map(identity -> shown(identity, credential));
        };
    }

    private static SecurityIdentity shown(SecurityIdentity identity, Credential credential) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(Visitor.CREDENTIAL, credential)
                .build();
    }

    private static Credential.Reading read(HttpServerRequest request) {
        return Credential.read(
                Optional.ofNullable(request.getHeader("Authorization")),
                Optional.ofNullable(request.getHeader("X-API-Key")));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
