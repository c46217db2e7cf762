package dev.monkeycoder.provider.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VendorsPageTest {
    @Test
    void pageShowsTheTableOfVendors() throws IOException {
        var rows =
                Stream.of(Vendor.values())
                        .map(VendorsPageTest::row)
                        .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("../docs/vendors.md"))).contains(rows);
    }

    private static String row(Vendor vendor) {
        return "| `%s` | %s | %s | `%s` | `%s` | %s |"
                .formatted(
                        vendor.wireName(),
                        code(vendor.defaultModel()),
                        vendor.publicAddress().orElse("-"),
                        vendor.addressVariable(),
                        vendor.decisiveVariable(),
                        code(vendor.keyVariable()));
    }

    private static String code(Optional<String> text) {
        return text.map(name -> "`" + name + "`").orElse("-");
    }
}
