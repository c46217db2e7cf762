package dev.monkeycoder.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String TEXT = "mk_abcdefgh2345_" + "A".repeat(43);

    @Test
    void keyHasItsForm() {
        var key = ApiKey.of(KeyId.from(new byte[12]), secret(7));
        assertThat(key.reveal()).matches("mk_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        assertThat(ApiKey.parse(key.reveal()).orElseThrow().digest()).isEqualTo(key.digest());
        assertThat(ApiKey.parse(key.reveal()).orElseThrow().id()).isEqualTo(key.id());
    }

    @Test
    void idsUseAllTheirLettersAndAreValid() {
        var random = new byte[12];
        var letters =
                IntStream.range(0, 256)
                        .mapToObj(value -> {
                            Arrays.fill(random, (byte) value);
                            return KeyId.from(random).value();
                        })
                        .distinct()
                        .toList();
        assertThat(letters).hasSize(32).allMatch(KeyId::isOne);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mk_",
                "mk_anything",
                "mk_abcdefgh2345_",
                "mk_abcdefgh2345_AAAA",
                "mk_ABCDEFGH2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mk_abcdefgh2345-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mk_abcdefgh2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "mk_abcdefgh2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+/",
                "sk_abcdefgh2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                " mk_abcdefgh2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mk_abcdefgh2345_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n"
            })
    void rightPrefixAloneIsNoKey(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }

    @Test
    void secretHasOneSpellingOnly() {
        assertThat(ApiKey.parse(TEXT)).isPresent();
        assertThat(ApiKey.parse(TEXT.substring(0, TEXT.length() - 1) + "B")).isEmpty();
    }

    @Test
    void textOfAKeyHoldsNothingOfItsSecret() {
        assertThat(ApiKey.parse(TEXT).orElseThrow()).hasToString("mk_abcdefgh2345_***");
    }

    @Test
    void digestIsTheHashOfTheSecretBytes() {
        // printf '\0%.0s' {1..32} | sha256sum
        assertThat(ApiKey.parse(TEXT).orElseThrow().digest().hex())
                .isEqualTo("66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
    }

    @Test
    void everyOtherSecretIsAnother() {
        var key = ApiKey.of(new KeyId("abcdefgh2345"), secret(1));
        for (var bit = 0; bit < 256; bit++) {
            var other = secret(1);
            other[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.digest().matches(ApiKey.of(key.id(), other))).isFalse();
        }
        assertThat(key.digest().matches(ApiKey.of(key.id(), secret(1)))).isTrue();
    }

    @Test
    void secretOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> ApiKey.of(new KeyId("abcdefgh2345"), new byte[31]))
                .hasMessage("secret: 31 bytes (expected: 32)");
        assertThatThrownBy(() -> new KeyDigest(HexFormat.of().formatHex(new byte[31])))
                .hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> new KeyId("UPPER")).hasMessageContaining("12 of a-z and 0-9");
    }

    private static byte[] secret(int fill) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }
}
