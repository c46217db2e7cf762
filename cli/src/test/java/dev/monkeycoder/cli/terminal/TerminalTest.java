package dev.monkeycoder.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void aPipeHasNoColourAndNobodyToAsk() {
        assertThat(Terminal.of("out", "in,err", 120, XTERM)).isEqualTo(Terminal.PIPE);
    }

    @Test
    void aTerminalHasBoth() {
        assertThat(Terminal.of("out", "in,out,err", 120, XTERM))
                .isEqualTo(new Terminal(120, true, true));
    }

    @Test
    void nobodyIsAskedWhenTheAnswerComesFromAFile() {
        assertThat(Terminal.of("out", "out,err", 120, XTERM).interactive()).isFalse();
        assertThat(Terminal.of("err", "in,err", 120, XTERM).interactive()).isFalse();
    }

    @Test
    void colourCanBeTurnedOff() {
        assertThat(
                        Terminal.of("out", "in,out", 80, Map.of("TERM", "xterm", "NO_COLOR", "1"))
                                .colour())
                .isFalse();
        assertThat(
                        Terminal.of("out", "in,out", 80, Map.of("TERM", "xterm", "NO_COLOR", ""))
                                .colour())
                .isTrue();
        assertThat(Terminal.of("out", "in,out", 80, Map.of("TERM", "dumb")).colour()).isFalse();
        assertThat(new Terminal(80, false, true).paint(Ink.RED, "x")).isEqualTo("x");
    }

    @Test
    void amountsAreTheSameEverywhere() {
        assertThat(Amounts.money(1_234_567)).isEqualTo("$1.2346");
        assertThat(Amounts.money(42)).isEqualTo("$0.000042");
        assertThat(Amounts.money(0)).isEqualTo("$0.0000");
        assertThat(Amounts.time(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Amounts.time(Duration.ofMillis(1250))).isEqualTo("1.3 s");
        assertThat(Amounts.time(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Amounts.size(2048)).isEqualTo("2.0 KB");
        assertThat(Amounts.size(3 * 1024 * 1024)).isEqualTo("3.0 MB");
        assertThat(Amounts.size(7)).isEqualTo("7 B");
    }

    @Test
    void aTableFitsItsColumns() {
        assertThat(
                        new Table(
                                        List.of("name", ">n"),
                                        List.of(List.of("a", "1"), List.of("long", "100")))
                                .lines(Terminal.PIPE))
                .containsExactly("name    n", "a       1", "long  100");
    }
}
