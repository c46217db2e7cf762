package bookshop;

import java.util.HashMap;
import java.util.Map;

/// How many copies of each book are on the shelf.
public final class Inventory {
    private final Map<Isbn, Integer> copies = new HashMap<>();

    public void receive(Isbn isbn, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: >= 1)");
        }
        copies.merge(isbn, count, Math::addExact);
    }

    public int inStock(Isbn isbn) {
        return copies.getOrDefault(isbn, 0);
    }

    /// Takes copies off the shelf.
    ///
    /// @return false, and nothing is taken, when there are too few
    public boolean take(Isbn isbn, int count) {
        if (inStock(isbn) < count) {
            return false;
        }
        copies.merge(isbn, -count, Integer::sum);
        return true;
    }
}
