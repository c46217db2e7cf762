package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InventoryTest {
    private final Inventory inventory = new Inventory();

    @Test
    void takesWhatIsThere() {
        inventory.receive(Shelf.EMMA.isbn(), 2);
        assertTrue(inventory.take(Shelf.EMMA.isbn(), 2));
        assertEquals(0, inventory.inStock(Shelf.EMMA.isbn()));
    }

    @Test
    void takesNothingWhenThereIsTooLittle() {
        inventory.receive(Shelf.EMMA.isbn(), 2);
        assertFalse(inventory.take(Shelf.EMMA.isbn(), 3));
        assertEquals(2, inventory.inStock(Shelf.EMMA.isbn()));
    }

    @Test
    void receivesAtLeastOneCopy() {
        assertThrows(IllegalArgumentException.class, () -> inventory.receive(Shelf.EMMA.isbn(), 0));
    }
}
