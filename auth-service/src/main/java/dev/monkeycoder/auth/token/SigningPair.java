package dev.monkeycoder.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// The P-256 key that signs monkey tokens, checked against the half that everybody verifies with.
public final class SigningPair {
    private final PrivateKey signing;

    private SigningPair(PrivateKey signing) {
        this.signing = signing;
    }

    /// @param privateKey base64 of PKCS#8 DER
    /// @param publicKey base64 of X.509 SPKI DER
    /// @throws IllegalArgumentException when either can't be read or they are not one pair; the
    ///   message holds nothing of them
    public static SigningPair of(String privateKey, String publicKey) {
        try {
            var ec = KeyFactory.getInstance("EC");
            var signing = ec.generatePrivate(new PKCS8EncodedKeySpec(decoded(privateKey)));
            var verifying = ec.generatePublic(new X509EncodedKeySpec(decoded(publicKey)));
            var text = "one pair".getBytes(StandardCharsets.US_ASCII);
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(signing);
            signature.update(text);
            var signed = signature.sign();
            signature.initVerify(verifying);
            signature.update(text);
            if (!signature.verify(signed)) {
                throw new IllegalArgumentException(
                        "MONKEY_TOKEN_PRIVATE_KEY: not the other half of MONKEY_TOKEN_PUBLIC_KEY");
            }
            return new SigningPair(signing);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "MONKEY_TOKEN_PRIVATE_KEY or MONKEY_TOKEN_PUBLIC_KEY: unreadable (expected:"
                            + " base64 of a P-256 key as PKCS#8 and as X.509)",
                    unreadable);
        }
    }

    public PrivateKey signing() {
        return signing;
    }

    @Override
    public String toString() {
        return "SigningPair[***]";
    }

    private static byte[] decoded(String base64) throws GeneralSecurityException {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not base64");
        }
    }
}
