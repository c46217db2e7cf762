package dev.monkeycoder.provider.price;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A dated list of prices.
///
/// @param version a name of this state of the table, for the books
public record PriceTable(String version, LocalDate date, List<Entry> entries) {
    /// A vendor's dated or numbered release of a model: `-2025-04-14`, `-20250929`, `-0709`,
    /// `-001`, `-latest`.
    private static final Pattern RELEASE =
            Pattern.compile("-(\\d{4}-\\d{2}-\\d{2}|\\d{3,8}|latest)");

    public PriceTable {
        entries = List.copyOf(entries);
    }

    /// @param aboveInput the price holds for requests with more input tokens than this
    public record Entry(String vendor, String model, long aboveInput, Price price) {}

    /// The price of a model of a vendor for a request of `inputTokens`; a release has the price of
    /// its model.
    public Optional<Price> price(String vendor, String model, long inputTokens) {
        return entries.stream()
                .filter(entry -> entry.vendor().equals(vendor))
                .filter(entry -> entry.model().equals("*") || isReleaseOf(entry.model(), model))
                .filter(entry -> entry.aboveInput() == 0 || inputTokens > entry.aboveInput())
                .max(
                        Comparator.<Entry>comparingInt(entry -> entry.model().length())
                                .thenComparingLong(Entry::aboveInput))
                .map(Entry::price);
    }

    private static boolean isReleaseOf(String known, String model) {
        return model.startsWith(known)
                && (model.length() == known.length()
                        || RELEASE.matcher(model.substring(known.length())).matches());
    }
}
