package dev.monkeycoder.provider.price.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.monkeycoder.provider.price.Price;
import dev.monkeycoder.provider.price.PriceTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;

/// Reads `prices.yaml`, the table that is built in. Its head says how it is made up.
public final class PriceFile {
    private PriceFile() {}

    public static PriceTable builtIn() {
        try (var file = PriceFile.class.getResourceAsStream("/prices.yaml")) {
            if (file == null) {
                throw new IllegalStateException("prices.yaml: not on the class path");
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalArgumentException when a field is missing or no number
    static PriceTable read(InputStream yaml) throws IOException {
        var root = new YAMLMapper().readTree(yaml);
        var entries = new ArrayList<PriceTable.Entry>();
        for (var vendor : root.path("vendors").properties()) {
            for (var row : vendor.getValue().path("prices")) {
                entries.add(entry(vendor.getKey(), row));
            }
        }
        return new PriceTable(text(root, "version"), LocalDate.parse(text(root, "date")), entries);
    }

    private static PriceTable.Entry entry(String vendor, JsonNode row) {
        var input = micros(row, "input");
        var cached = row.has("cached_input") ? micros(row, "cached_input") : input;
        var written = row.has("cache_write") ? micros(row, "cache_write") : input;
        return new PriceTable.Entry(
                vendor,
                text(row, "model"),
                row.path("above_input").asLong(0),
                new Price(input, cached, written, micros(row, "output")));
    }

    private static long micros(JsonNode row, String field) {
        var value = row.path(field);
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new IllegalArgumentException(
                    "prices.yaml: "
                            + field
                            + " of "
                            + row.path("model")
                            + " (expected: micro-dollars >= 0)");
        }
        return value.longValue();
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field).asText("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("prices.yaml: " + field + " missing");
        }
        return value;
    }
}
