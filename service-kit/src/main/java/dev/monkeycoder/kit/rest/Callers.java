package dev.monkeycoder.kit.rest;

import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import io.quarkus.arc.DefaultBean;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Reads the caller of a request from its verified monkey token.
final class Callers {
    @Produces
    @DefaultBean
    @RequestScoped
    CurrentCaller caller(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object tenant = token.getClaim("tenant");
            if (tenant != null) {
                return new CurrentCaller(
                        new Caller(
                                new TenantId(tenant.toString()),
                                new CallerId(token.getSubject()),
                                identity.getRoles()));
            }
        }
        throw new UnauthorizedException();
    }
}
