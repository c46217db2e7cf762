package dev.monkeycoder.provider.price.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import dev.monkeycoder.provider.vendor.Vendor;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PriceFileTest {
    @Test
    void everyVendorsDefaultModelHasAPrice() {
        var table = PriceFile.builtIn();
        assertThat(Stream.of(Vendor.values()).filter(vendor -> vendor.defaultModel().isPresent()))
                .allSatisfy(vendor ->
                        assertThat(
                                        table.price(
                                                vendor.wireName(),
                                                vendor.defaultModel().orElseThrow(),
                                                1))
                                .isPresent());
    }

    @Test
    void xaiChargedWhatTheTableSays() {
        // xai-tool-call: cost_in_usd_ticks 1330500 (of 1e-10 USD) for 291 input tokens, 290 of them
        // cached,
        // and 26 output tokens beside 196 of reasoning
        var price = PriceFile.builtIn().price("xai", "grok-3-mini", 291).orElseThrow();
        assertThat(price.cost(new Usage(291, 222, 290, 0, 196))).isEqualTo(new Money(134));
    }

    @Test
    void rowWithoutAPriceIsRefused() {
        var yaml = "version: a\ndate: 2026-01-01\nvendors: {x: {prices: [{model: m, input: 1.5}]}}";
        assertThatThrownBy(() -> PriceFile.read(new ByteArrayInputStream(yaml.getBytes(UTF_8))))
                .hasMessageContaining("input")
                .hasMessageContaining("micro-dollars");
    }
}
