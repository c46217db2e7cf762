package bookshop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The books on sale, in the order in which they were added.
public final class Catalog {
    private final Map<Isbn, Book> books = new LinkedHashMap<>();

    /// Adds a book; a book with the same ISBN is replaced.
    public void add(Book book) {
        books.put(book.isbn(), book);
    }

    public Optional<Book> find(Isbn isbn) {
        return Optional.ofNullable(books.get(isbn));
    }

    /// The books whose title or author has every word of `query`, whatever the case.
    public List<Book> search(String query) {
        String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Book> found = new ArrayList<>();
        for (Book book : books.values()) {
            String text = (book.title() + " " + book.author()).toLowerCase(Locale.ROOT);
            if (List.of(words).stream().allMatch(text::contains)) {
                found.add(book);
            }
        }
        return found;
    }
}
