package bookshop;

import java.util.Objects;

/// A title on sale.
public record Book(Isbn isbn, String title, String author, Money price) {
    public Book {
        Objects.requireNonNull(isbn, "isbn");
        Objects.requireNonNull(price, "price");
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: blank (expected: text)");
        }
    }
}
