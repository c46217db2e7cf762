package dev.monkeycoder.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Fault BUSY = new Fault(Fault.Kind.RATE_LIMITED);
    private static final Fault CUT = new Fault(Fault.Kind.CUT);

    private final Faults faults = new Faults();

    @Test
    void anOrderServesAsManyRequestsAsItSays() {
        faults.order(new FaultOrder(Optional.empty(), BUSY, 2));
        assertThat(faults.next("a")).contains(BUSY);
        assertThat(faults.open()).containsExactly(new FaultOrder(Optional.empty(), BUSY, 1));
        assertThat(faults.next("b")).contains(BUSY);
        assertThat(faults.next("a")).isEmpty();
        assertThat(faults.open()).isEmpty();
    }

    @Test
    void anOrderForAModelLeavesOtherModelsAlone() {
        faults.order(new FaultOrder(Optional.of("a"), BUSY, 1));
        assertThat(faults.next("b")).isEmpty();
        assertThat(faults.next("a")).contains(BUSY);
    }

    @Test
    void ordersAreServedInTheirOrder() {
        faults.order(new FaultOrder(Optional.empty(), BUSY, 2));
        faults.order(new FaultOrder(Optional.empty(), CUT, 1));
        assertThat(faults.next("a")).contains(BUSY);
        assertThat(faults.next("a")).contains(BUSY);
        assertThat(faults.next("a")).contains(CUT);
    }

    @Test
    void aDirectiveStrikesAsOftenAsItSaysAndThenNoMore() {
        assertThat(faults.strikes("x", 2)).isTrue();
        assertThat(faults.strikes("y", 1)).isTrue();
        assertThat(faults.strikes("x", 2)).isTrue();
        assertThat(faults.strikes("x", 2)).isFalse();
    }

    @Test
    void clearingForgetsOrdersAndDirectives() {
        faults.order(new FaultOrder(Optional.empty(), BUSY, 1));
        faults.strikes("x", 1);
        faults.clear();
        assertThat(faults.next("a")).isEmpty();
        assertThat(faults.strikes("x", 1)).isTrue();
    }

    @Test
    void onlySoManyDirectivesAreRemembered() {
        for (int i = 0; i <= Faults.REMEMBERED; i++) {
            faults.strikes("directive " + i, 1);
        }
        assertThat(faults.strikes("directive 0", 1)).isTrue();
        assertThat(faults.strikes("directive " + Faults.REMEMBERED, 1)).isFalse();
    }

    @Test
    void senselessOrdersAreRefused() {
        assertThatThrownBy(() -> new FaultOrder(Optional.empty(), BUSY, 0))
                .hasMessage("times: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Fault(Fault.Kind.CUT, -1, Optional.empty()))
                .hasMessage("after_chunks: -1 (expected: >= 0)");
        assertThatThrownBy(() -> Fault.Kind.named("418"))
                .hasMessage(
                        "fault: 418 (expected: one of 429, 500, 529, refuse, cut, stall, malformed,"
                                + " error_event, empty)");
    }
}
