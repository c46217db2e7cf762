package dev.monkeycoder.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = Secrets.completed(Map.of(), new SecureRandom());

    @Test
    void theKeyHasTheFormThatAuthServiceTakes() {
        assertThat(secrets.apiKey()).matches("mk_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
    }

    @Test
    void whatIsKnownStaysAndWhatIsNewIsRandom() {
        Secrets again = Secrets.completed(secrets.values(), new SecureRandom());
        assertThat(again.values()).isEqualTo(secrets.values());
        Secrets other = Secrets.completed(Map.of(), new SecureRandom());
        assertThat(other.values().values()).doesNotContainAnyElementsOf(secrets.values().values());
    }

    @Test
    void whatTheOneTokenKeySignsTheOtherVerifies() throws Exception {
        KeyFactory factory = KeyFactory.getInstance("EC");
        Base64.Decoder base64 = Base64.getDecoder();
        PrivateKey signing =
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(base64.decode(secrets.tokenPrivateKey())));
        PublicKey verifying =
                factory.generatePublic(
                        new X509EncodedKeySpec(base64.decode(secrets.tokenPublicKey())));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signing);
        signature.update((byte) 7);
        byte[] signed = signature.sign();
        signature.initVerify(verifying);
        signature.update((byte) 7);
        assertThat(signature.verify(signed)).isTrue();
    }
}
