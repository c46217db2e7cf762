package dev.monkeycoder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningPairTest {
    @Test
    void bothHalvesOfOnePairAreTaken() throws Exception {
        var pair = pair("EC");
        var taken = SigningPair.of(text(pair.getPrivate()), text(pair.getPublic()) + "\n");
        assertThat(taken.signing()).isEqualTo(pair.getPrivate());
        assertThat(taken.toString()).doesNotContain(text(pair.getPrivate()).substring(0, 8));
    }

    @Test
    void halvesOfTwoPairsAreFoundOut() throws Exception {
        var signing = text(pair("EC").getPrivate());
        var verifying = text(pair("EC").getPublic());
        assertThatThrownBy(() -> SigningPair.of(signing, verifying))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MONKEY_TOKEN_PRIVATE_KEY: not the other half of MONKEY_TOKEN_PUBLIC_KEY");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutAnEcho() throws Exception {
        var verifying = text(pair("EC").getPublic());
        for (var signing :
                new String[] {"", "s3cret!", "czNjcmV0", text(pair("RSA").getPrivate())}) {
            assertThatThrownBy(() -> SigningPair.of(signing, verifying))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("MONKEY_TOKEN_PRIVATE_KEY or MONKEY_TOKEN_PUBLIC_KEY")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("EC")) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    private static String text(java.security.Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
