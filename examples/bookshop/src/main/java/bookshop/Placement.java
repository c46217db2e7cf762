package bookshop;

/// What became of an order at the checkout.
public sealed interface Placement {

    /// The copies are off the shelf; `due` is what the customer pays.
    record Placed(Order order, Money due) implements Placement {}

    /// Nothing was taken off the shelf, since of `book` only `left` copies are there.
    record OutOfStock(Book book, int left) implements Placement {}
}
