package dev.monkeycoder.mesh;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the parts of one mesh know of each other and nobody else does. Made once, kept in the state
/// folder.
public final class Secrets {
    private static final String API_KEY = "api-key";
    private static final String TOKEN_PRIVATE = "token-private-key";
    private static final String TOKEN_PUBLIC = "token-public-key";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// New ones for what is not in `known`.
    public static Secrets completed(Map<String, String> known, SecureRandom random) {
        Map<String, String> values = new TreeMap<>(known);
        values.computeIfAbsent(API_KEY, _ -> apiKey(random));
        if (!values.containsKey(TOKEN_PRIVATE)) {
            KeyPair pair = pair(random);
            Base64.Encoder base64 = Base64.getEncoder();
            values.put(TOKEN_PRIVATE, base64.encodeToString(pair.getPrivate().getEncoded()));
            values.put(TOKEN_PUBLIC, base64.encodeToString(pair.getPublic().getEncoded()));
        }
        Stream.of(Part.values())
                .filter(part -> part.kind() == Part.Kind.SERVICE || part.kind() == Part.Kind.PEOPLE)
                .map(Part::title)
                .forEach(role -> values.computeIfAbsent(database(role), _ -> word(random)));
        values.computeIfAbsent(database("postgres"), _ -> word(random));
        values.computeIfAbsent("keycloak-admin", _ -> word(random));
        return new Secrets(values);
    }

    /// All of them, to be kept.
    public Map<String, String> values() {
        return values;
    }

    /// `mk_`, an id of 12 letters and digits, `_`, and 32 random bytes as base64url.
    public String apiKey() {
        return of(API_KEY);
    }

    /// Base64 of PKCS#8: signs monkey tokens.
    public String tokenPrivateKey() {
        return of(TOKEN_PRIVATE);
    }

    /// Base64 of X.509 SPKI: verifies them.
    public String tokenPublicKey() {
        return of(TOKEN_PUBLIC);
    }

    /// The database password of a role.
    public String databasePassword(String role) {
        return of(database(role));
    }

    public String keycloakAdminPassword() {
        return of("keycloak-admin");
    }

    private String of(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("secret: " + name + " (expected: a known one)");
        }
        return value;
    }

    private static String database(String role) {
        return "database-" + role;
    }

    private static String apiKey(SecureRandom random) {
        String id =
                random.ints(12, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining());
        return "mk_" + id + "_" + word(random);
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("EC P-256: not in this Java", e);
        }
    }
}
