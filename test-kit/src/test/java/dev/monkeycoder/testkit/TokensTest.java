package dev.monkeycoder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void aTokenVerifiesWithThePublicKeyAndSaysWhatTheContractWants() throws Exception {
        String token = Tokens.mint("tenant-1", "key:abc", "runs:read");
        assertThat(verifies(token)).isTrue();
        assertThat(claims(token))
                .contains("\"iss\":\"monkey-auth\"")
                .contains("\"aud\":\"monkey\"")
                .contains("\"sub\":\"key:abc\"")
                .contains("\"tenant\":\"tenant-1\"")
                .contains("\"groups\":[\"runs:read\"]")
                .contains("\"jti\":");
    }

    @Test
    void aForgedTokenDoesNotVerify() throws Exception {
        assertThat(verifies(Tokens.forged("tenant-1", "key:abc", "runs:read"))).isFalse();
    }

    private static String claims(String token) {
        String body = token.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private static boolean verifies(String token) throws Exception {
        byte[] key = Base64.getDecoder().decode(Tokens.publicKey());
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key)));
        int end = token.lastIndexOf('.');
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }
}
