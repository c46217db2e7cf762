package bookshop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog catalog = new Catalog();

    @BeforeEach
    void fill() {
        catalog.add(Shelf.DUNE);
        catalog.add(Shelf.EMMA);
        catalog.add(Shelf.PERSUASION);
    }

    @Test
    void findsByIsbn() {
        assertEquals(Optional.of(Shelf.EMMA), catalog.find(Shelf.EMMA.isbn()));
        assertEquals(Optional.empty(), catalog.find(new Isbn("9783161484100")));
    }

    @Test
    void searchesTitleAndAuthorForEveryWord() {
        assertEquals(List.of(Shelf.EMMA, Shelf.PERSUASION), catalog.search("jane AUSTEN"));
        assertEquals(List.of(Shelf.PERSUASION), catalog.search("austen persuasion"));
        assertEquals(List.of(), catalog.search("austen dune"));
    }

    @Test
    void aBookThatIsAddedAgainReplacesTheOldOne() {
        Book dearer = new Book(Shelf.DUNE.isbn(), "Dune", "Frank Herbert", Money.euros(12, 0));
        catalog.add(dearer);
        assertEquals(List.of(dearer), catalog.search("dune"));
    }
}
