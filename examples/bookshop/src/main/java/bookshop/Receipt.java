package bookshop;

import java.util.StringJoiner;

/// An order as the customer reads it: a line per book, then the total.
public record Receipt(Order order) {

    public String text() {
        StringJoiner text = new StringJoiner("\n");
        text.add("Receipt for " + order.customer());
        for (OrderLine line : order.lines()) {
            text.add(row(line.copies() + " x " + line.book().title(), line.total()));
        }
        text.add(row("Total", order.total()));
        return text.toString();
    }

    private static String row(String label, Money amount) {
        return "%-32s%14s".formatted(label, amount);
    }
}
