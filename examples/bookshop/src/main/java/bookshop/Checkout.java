package bookshop;

import java.util.LinkedHashMap;
import java.util.Map;

/// Takes an order's copies off the shelf: all of them, or none.
public final class Checkout {
    private final Inventory inventory;

    public Checkout(Inventory inventory) {
        this.inventory = inventory;
    }

    public Placement place(Order order) {
        if (order.lines().isEmpty()) {
            throw new IllegalArgumentException("lines: none (expected: >= 1)");
        }
        Map<Book, Integer> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.merge(line.book(), line.copies(), Math::addExact));
        for (var entry : wanted.entrySet()) {
            int left = inventory.inStock(entry.getKey().isbn());
            if (left < entry.getValue()) {
                return new Placement.OutOfStock(entry.getKey(), left);
            }
        }
        wanted.forEach((book, copies) -> inventory.take(book.isbn(), copies));
        return new Placement.Placed(order, order.total());
    }
}
