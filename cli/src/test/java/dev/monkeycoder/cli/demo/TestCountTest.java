package dev.monkeycoder.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestCountTest {
    @Test
    void addsUpSurefiresReports() {
        var count =
                TestCount.of(
                        List.of(
                                "<?xml version=\"1.0\"?>\n"
                                        + "<testsuite xmlns:xsi=\"x\" version=\"3.0\""
                                        + " name=\"bookshop.OrderTest\" time=\"0.1\" tests=\"7\""
                                        + " errors=\"1\" skipped=\"2\" failures=\"1\">\n"
                                        + "<testcase name=\"tests=&quot;9&quot;\"/></testsuite>",
                                "<testsuite name=\"bookshop.MoneyTest\" tests=\"1\" errors=\"0\""
                                        + " skipped=\"0\" failures=\"0\"/>"));
        assertThat(count)
                .isEqualTo(new TestCount(8, 2, 2))
                .hasToString("8 tests, 2 failed, 2 skipped");
        assertThat(count.passed()).isFalse();
    }

    @Test
    void noReportsAreNoPass() {
        assertThat(TestCount.of(List.of()).passed()).isFalse();
        assertThat(TestCount.of(List.of("<html/>"))).isEqualTo(new TestCount(0, 0, 0));
        assertThat(new TestCount(1, 0, 0).passed()).isTrue();
    }

    @Test
    void theDemoSaysWhichVariablesToSet() {
        assertThat(Words.scripted())
                .contains("scripted")
                .contains("OPENAI_API_KEY")
                .contains("MONKEY_MODEL_URL");
    }
}
