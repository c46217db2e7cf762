package dev.monkeycoder.gateway.identity.rest;

import dev.monkeycoder.gateway.identity.Credential;
import dev.monkeycoder.kit.rest.Caller;
import dev.monkeycoder.kit.rest.CurrentCaller;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who makes the request at hand, and what to show to the parts behind on its behalf.
@RequestScoped
public class Visitor {
    static final String CREDENTIAL = "monkey.credential";

    private final SecurityIdentity identity;
    private final CurrentCaller caller;

    Visitor(SecurityIdentity identity, CurrentCaller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    public Caller caller() {
        return caller.get();
    }

    /// The monkey token of this request.
    public String bearer() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token.getRawToken();
        }
        throw new UnauthorizedException();
    }

    /// What the request showed: for what outlives its token.
    public Credential credential() {
        if (identity.getAttribute(CREDENTIAL) instanceof Credential credential) {
            return credential;
        }
        throw new UnauthorizedException();
    }
}
