package dev.monkeycoder.auth.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// What auth-service sees of a realm of Keycloak: its discovery document and its keys, at an
/// address where it may be or not be. KeycloakIT has the real one.
final class FakeRealm implements AutoCloseable {
    private final URI address;
    private final KeyPair keys;
    private final String kid;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    private FakeRealm(URI address, KeyPair keys, String kid) {
        this.address = address;
        this.keys = keys;
        this.kid = kid;
        this.server = serve();
    }

    /// Comes up at `address` with the key `kid`, made anew.
    static FakeRealm up(String address, String kid) {
        return new FakeRealm(URI.create(address), rsa(), kid);
    }

    /// An access token as Keycloak gives it to a developer of the tenant `acme`.
    JwtClaimsBuilder login() {
        var now = Instant.now();
        return Jwt.issuer(address.toString())
                .subject("5b8c")
                .audience("monkey")
                .claim("typ", "Bearer")
                .claim("azp", "monkey-cli")
                .claim("tenant", "acme")
                .claim("realm_access", Map.of("roles", List.of("developer", "offline_access")))
                .issuedAt(now)
                .expiresAt(now.plusSeconds(120));
    }

    String signed(JwtClaimsBuilder claims) {
        return signed(claims, kid);
    }

    String signed(JwtClaimsBuilder claims, String keyId) {
        return claims.jws()
                .keyId(keyId)
                .algorithm(SignatureAlgorithm.RS256)
                .sign(keys.getPrivate());
    }

    /// The public key's bytes, for who tries to sign with them.
    byte[] publicBytes() {
        return keys.getPublic().getEncoded();
    }

    /// How often the keys were asked for.
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer serve() {
        try {
            var started =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), address.getPort()),
                            0);
            started.createContext(
                    address.getPath() + "/.well-known/openid-configuration",
                    exchange -> answer(exchange, discovery()));
            started.createContext(
                    address.getPath() + "/protocol/openid-connect/certs",
                    exchange -> {
                        asked.incrementAndGet();
                        answer(exchange, certificates());
                    });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String discovery() {
        return """
        {"issuer":"%s","jwks_uri":"%s/protocol/openid-connect/certs","token_endpoint":"%s/token",
         "introspection_endpoint":"%s/introspect"}
        """
                .formatted(address, address, address, address);
    }

    private String certificates() {
        var key = (RSAPublicKey) keys.getPublic();
        return """
        {"keys":[{"kid":"%s","kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}]}
        """
                .formatted(kid, base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        var unsigned = java.util.Arrays.copyOfRange(bytes, start, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
