package bookshop;

/// The books that the tests buy and sell.
final class Shelf {
    static final Book DUNE = new Book(new Isbn("978-0-441-17271-9"), "Dune", "Frank Herbert", Money.euros(9, 99));
    static final Book EMMA = new Book(new Isbn("978-0-14-143958-7"), "Emma", "Jane Austen", Money.euros(7, 50));
    static final Book PERSUASION =
            new Book(new Isbn("978-0-14-143968-6"), "Persuasion", "Jane Austen", Money.euros(8, 0));

    private Shelf() {}
}
