package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReceiptTest {
    @Test
    void listsEachLineAndThenTheTotal() {
        Order order = Order.of("Ada").with(Shelf.DUNE, 2).with(Shelf.EMMA, 1);
        assertEquals(
                """
                Receipt for Ada
                2 x Dune                             19.98 EUR
                1 x Emma                              7.50 EUR
                Total                                27.48 EUR""",
                new Receipt(order).text());
    }
}
