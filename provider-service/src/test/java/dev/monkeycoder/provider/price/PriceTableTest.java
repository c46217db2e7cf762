package dev.monkeycoder.provider.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.events.Money;
import dev.monkeycoder.events.Usage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceTableTest {
    private static final Price SMALL = new Price(1_000_000, 100_000, 1_250_000, 4_000_000);
    private static final Price LARGE = new Price(2_000_000, 200_000, 2_500_000, 8_000_000);
    private static final PriceTable TABLE =
            new PriceTable(
                    "v",
                    LocalDate.EPOCH,
                    List.of(
                            new PriceTable.Entry("a", "m-5", 0, SMALL),
                            new PriceTable.Entry("a", "m-5", 200_000, LARGE),
                            new PriceTable.Entry("a", "m-5-mini", 0, LARGE),
                            new PriceTable.Entry("s", "*", 0, SMALL)));

    @Test
    void releaseHasThePriceOfItsModel() {
        for (var model :
                List.of("m-5", "m-5-2025-08-07", "m-5-20250807", "m-5-0709", "m-5-latest")) {
            assertThat(TABLE.price("a", model, 10)).contains(SMALL);
        }
        assertThat(TABLE.price("a", "m-5-mini-2025-08-07", 10)).contains(LARGE);
    }

    @Test
    void otherModelOfTheFamilyHasNoPrice() {
        assertThat(TABLE.price("a", "m-5-pro", 10)).isEmpty();
        assertThat(TABLE.price("a", "m-50", 10)).isEmpty();
        assertThat(TABLE.price("b", "m-5", 10)).isEmpty();
    }

    @Test
    void longRequestIsDearer() {
        assertThat(TABLE.price("a", "m-5", 200_000)).contains(SMALL);
        assertThat(TABLE.price("a", "m-5", 200_001)).contains(LARGE);
    }

    @Test
    void starIsAnyModel() {
        assertThat(TABLE.price("s", "whatever", 10)).contains(SMALL);
    }

    @Test
    void eachKindOfTokenIsPaidOnce() {
        // 1,000 input of which 600 cached and 100 written; 50 output of which 20 reasoning
        assertThat(SMALL.cost(new Usage(1_000, 50, 600, 100, 20)))
                .isEqualTo(new Money(300 + 60 + 125 + 200));
    }

    @Test
    void fractionOfAMicroDollarIsRoundedUp() {
        assertThat(SMALL.cost(new Usage(1, 0, 1, 0, 0))).isEqualTo(new Money(1));
        assertThat(SMALL.cost(Usage.NONE)).isEqualTo(Money.ZERO);
    }
}
