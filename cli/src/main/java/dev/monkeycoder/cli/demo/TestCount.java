package dev.monkeycoder.cli.demo;

import java.util.List;
import java.util.regex.Pattern;

/// What the JUnit reports of a build add up to.
public record TestCount(int tests, int failed, int skipped) {
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");

    /// @param reports the XML of each report file
    public static TestCount of(List<String> reports) {
        return reports.stream().map(TestCount::of).reduce(new TestCount(0, 0, 0), TestCount::plus);
    }

    private static TestCount of(String report) {
        var suite = SUITE.matcher(report);
        if (!suite.find()) {
            return new TestCount(0, 0, 0);
        }
        var tag = suite.group();
        return new TestCount(
                number(tag, "tests"),
                number(tag, "failures") + number(tag, "errors"),
                number(tag, "skipped"));
    }

    private static int number(String tag, String name) {
        var number = Pattern.compile("\\b" + name + "=\"(\\d+)\"").matcher(tag);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private TestCount plus(TestCount other) {
        return new TestCount(tests + other.tests, failed + other.failed, skipped + other.skipped);
    }

    /// All ran and passed.
    public boolean passed() {
        return tests > 0 && failed == 0;
    }

    @Override
    public String toString() {
        return tests
                + (tests == 1 ? " test, " : " tests, ")
                + failed
                + " failed"
                + (skipped > 0 ? ", " + skipped + " skipped" : "");
    }
}
