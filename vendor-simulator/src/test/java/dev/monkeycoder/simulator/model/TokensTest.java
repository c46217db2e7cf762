package dev.monkeycoder.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void aTokenIsUpToSixLettersOrThreeSignsWithTheSpaceBeforeThem() {
        assertThat(Tokens.split("The discount, please"))
                .containsExactly("The", " discou", "nt", ",", " please");
        assertThat(Tokens.split("a();{}")).containsExactly("a", "();", "{}");
        assertThat(Tokens.split("x\n        y")).containsExactly("x", "\n       ", " y");
        assertThat(Tokens.split("")).isEmpty();
    }

    @Test
    void theTokensOfAnyTextAreTheText() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String text =
                    random.ints(random.nextInt(60), 1, 0x1F9FF)
                            .filter(c -> !(c >= 0xD800 && c <= 0xDFFF))
                            .map(c -> random.nextInt(3) == 0 ? c : 1 + c % 127)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
            assertThat(String.join("", Tokens.split(text))).isEqualTo(text);
            assertThat(Tokens.count(text)).isEqualTo(Tokens.split(text).size());
        }
    }

    @Test
    void aSignBeyondTheBasicPlaneIsNeverTornApart() {
        assertThat(Tokens.split("🐒🐒🐒🐒")).containsExactly("🐒🐒🐒", "🐒");
    }
}
