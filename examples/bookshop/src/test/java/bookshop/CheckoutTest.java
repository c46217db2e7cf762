package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CheckoutTest {
    private final Inventory inventory = new Inventory();
    private final Checkout checkout = new Checkout(inventory);

    @Test
    void aPlacedOrderTakesItsCopiesOffTheShelf() {
        inventory.receive(Shelf.DUNE.isbn(), 5);
        Order order = Order.of("Ada").with(Shelf.DUNE, 2);
        assertEquals(new Placement.Placed(order, Money.euros(19, 98)), checkout.place(order));
        assertEquals(3, inventory.inStock(Shelf.DUNE.isbn()));
    }

    @Test
    void whenOneBookIsShortNothingIsTaken() {
        inventory.receive(Shelf.DUNE.isbn(), 5);
        inventory.receive(Shelf.EMMA.isbn(), 1);
        Order order = Order.of("Ada").with(Shelf.DUNE, 1).with(Shelf.EMMA, 2);
        assertEquals(new Placement.OutOfStock(Shelf.EMMA, 1), checkout.place(order));
        assertEquals(5, inventory.inStock(Shelf.DUNE.isbn()));
    }

    @Test
    void twoLinesOfOneBookCountTogether() {
        inventory.receive(Shelf.DUNE.isbn(), 3);
        Order order = Order.of("Ada").with(Shelf.DUNE, 2).with(Shelf.DUNE, 2);
        assertEquals(new Placement.OutOfStock(Shelf.DUNE, 3), checkout.place(order));
    }

    @Test
    void anOrderWithoutLinesIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> checkout.place(Order.of("Ada")));
    }
}
