package dev.monkeycoder.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Monkey tokens, as `docs/internal-http.md` has them, signed with a key pair of this JVM.
public final class Tokens {
    private static final String PUBLIC = "monkey.test.token.public";
    private static final String PRIVATE = "monkey.test.token.private";

    private Tokens() {}

    /// A token that is good for five minutes.
    ///
    /// @param caller `key:...` or `user:...`
    /// @param scopes as in a token: wildcards already expanded
    public static String mint(String tenant, String caller, String... scopes) {
        return mint(Duration.ofMinutes(5), tenant, caller, scopes);
    }

    /// A token that ran out a while ago.
    public static String expired(String tenant, String caller, String... scopes) {
        return mint(Duration.ofMinutes(-10), tenant, caller, scopes);
    }

    /// A good token but for its signature, which is of another key.
    public static String forged(String tenant, String caller, String... scopes) {
        return mint(pair().getPrivate(), Duration.ofMinutes(5), tenant, caller, scopes);
    }

    /// Base64 of the X.509 SPKI: what services get as `MONKEY_TOKEN_PUBLIC_KEY`.
    public static String publicKey() {
        return key(PUBLIC);
    }

    /// Base64 of the PKCS#8: what auth-service gets as `MONKEY_TOKEN_PRIVATE_KEY`.
    public static String privateKey() {
        return key(PRIVATE);
    }

    private static String mint(Duration life, String tenant, String caller, String... scopes) {
        try {
            byte[] encoded = Base64.getDecoder().decode(privateKey());
            PrivateKey key =
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return mint(key, life, tenant, caller, scopes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String mint(
            PrivateKey key, Duration life, String tenant, String caller, String... scopes) {
        long now = System.currentTimeMillis() / 1000;
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("monkey-auth");
        claims.setAudience("monkey");
        claims.setSubject(caller);
        claims.setClaim("tenant", tenant);
        claims.setStringListClaim("groups", scopes);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now + Math.min(0, life.toSeconds() * 2)));
        claims.setExpirationTime(NumericDate.fromSeconds(now + life.toSeconds()));
        // not with the library that auth-service uses: that one reads the configuration of
        // whichever
        // class loader the thread has, which in a test may be neither
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setHeader("typ", "JWT");
        token.setKey(key);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized String key(String property) {
        if (System.getProperty(PUBLIC) == null) {
            KeyPair pair = pair();
            Base64.Encoder base64 = Base64.getEncoder();
            System.setProperty(PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
        }
        return System.getProperty(property);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
