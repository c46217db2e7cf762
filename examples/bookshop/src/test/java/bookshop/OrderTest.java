package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void totalIsTheSumOfItsLines() {
        Order order = Order.of("Ada").with(Shelf.DUNE, 2).with(Shelf.EMMA, 1);
        assertEquals(Money.euros(27, 48), order.total());
        assertEquals(3, order.copies());
    }

    @Test
    void anOrderWithoutLinesCostsNothing() {
        assertEquals(Money.ZERO, Order.of("Ada").total());
    }

    @Test
    void addingALineLeavesTheOldOrderAsItWas() {
        Order empty = Order.of("Ada");
        empty.with(Shelf.DUNE, 1);
        assertEquals(0, empty.copies());
    }

    @Test
    void aLineHasAtLeastOneCopy() {
        assertThrows(IllegalArgumentException.class, () -> Order.of("Ada").with(Shelf.DUNE, 0));
    }
}
