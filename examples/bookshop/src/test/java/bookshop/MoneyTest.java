package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MoneyTest {
    @Test
    void addsAndMultipliesInWholeCents() {
        assertEquals(Money.euros(20, 48), Money.euros(9, 99).plus(Money.euros(0, 50)).plus(Money.euros(9, 99)));
        assertEquals(Money.euros(29, 97), Money.euros(9, 99).times(3));
    }

    @Test
    void isNeverNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Money(-1));
    }

    @Test
    void overflowIsAnErrorAndNotAnotherAmount() {
        assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE).plus(new Money(1)));
    }

    @Test
    void readsLikeAPriceTag() {
        assertEquals("12.05 EUR", Money.euros(12, 5).toString());
        assertTrue(Money.euros(1, 0).compareTo(Money.ZERO) > 0);
    }
}
