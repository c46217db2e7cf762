package bookshop;

import java.util.Objects;

/// Some copies of one book.
public record OrderLine(Book book, int copies) {
    public OrderLine {
        Objects.requireNonNull(book, "book");
        if (copies < 1) {
            throw new IllegalArgumentException("copies: " + copies + " (expected: >= 1)");
        }
    }

    public Money total() {
        return book.price().times(copies);
    }
}
