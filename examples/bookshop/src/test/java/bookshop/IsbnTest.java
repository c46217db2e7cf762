package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IsbnTest {
    @Test
    void hyphensDoNotMatter() {
        assertEquals(new Isbn("9780441172719"), new Isbn("978-0-441-17271-9"));
    }

    @Test
    void aWrongCheckDigitIsRefused() {
        var refused = assertThrows(IllegalArgumentException.class, () -> new Isbn("9780441172710"));
        assertEquals("isbn: 9780441172710 (expected: another check digit)", refused.getMessage());
    }

    @Test
    void anythingButThirteenDigitsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Isbn("0441172717"));
        assertThrows(IllegalArgumentException.class, () -> new Isbn("97804411727X9"));
    }
}
