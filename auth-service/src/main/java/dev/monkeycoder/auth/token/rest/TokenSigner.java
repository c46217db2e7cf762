package dev.monkeycoder.auth.token.rest;

import dev.monkeycoder.auth.AuthConfig;
import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.auth.token.MonkeyToken;
import dev.monkeycoder.auth.token.SigningPair;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.Claims;

/// Signs monkey tokens (ES256). Made at the start, so that a wrong key pair is found out then.
@Startup
@ApplicationScoped
class TokenSigner {
    private final SigningPair pair;

    TokenSigner(AuthConfig config) {
        pair = SigningPair.of(config.token().privateKey(), config.token().publicKey());
    }

    String sign(MonkeyToken token) {
        Set<String> groups = new TreeSet<>();
        token.scopes().stream().map(Scope::value).forEach(groups::add);
        return Jwt.issuer(MonkeyToken.ISSUER)
                .audience(MonkeyToken.AUDIENCE)
                .subject(token.caller().value())
                .claim("tenant", token.tenant().value())
                .groups(groups)
                .claim(Claims.jti, token.id().toString())
                .issuedAt(token.issuedAt())
                .expiresAt(token.expiresAt())
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .sign(pair.signing());
    }
}
