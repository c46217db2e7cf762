package bookshop;

import java.util.ArrayList;
import java.util.List;

/// What one customer wants to buy. Immutable: adding a line makes a new order.
public record Order(String customer, List<OrderLine> lines) {
    public Order {
        if (customer.isBlank()) {
            throw new IllegalArgumentException("customer: blank (expected: a name)");
        }
        lines = List.copyOf(lines);
    }

    /// An order without lines.
    public static Order of(String customer) {
        return new Order(customer, List.of());
    }

    public Order with(Book book, int copies) {
        List<OrderLine> more = new ArrayList<>(lines);
        more.add(new OrderLine(book, copies));
        return new Order(customer, more);
    }

    public int copies() {
        return lines.stream().mapToInt(OrderLine::copies).sum();
    }

    /// What the customer pays.
    public Money total() {
        return lines.stream().map(OrderLine::total).reduce(Money.ZERO, Money::plus);
    }
}
