package dev.monkeycoder.context.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static Query good(String text, boolean regex) {
        var reading = Query.read(text, regex);
        assertThat(reading).isInstanceOf(Query.Reading.Good.class);
        return ((Query.Reading.Good) reading).query();
    }

    @Test
    void plainTextIsTakenAsItStands() {
        assertThat(good("a.b(", false).find("xx a.b(")).isEqualTo(3);
        assertThat(good("a.b", false).find("aXb")).isNegative();
        assertThat(good("App", false).find("app")).isNegative();
    }

    @Test
    void aRegularExpressionMatches() {
        assertThat(good("(?i)to\\w+\\(", true).find("int Total()")).isEqualTo(4);
        assertThat(good("^x$", true).find("xy")).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a**", "(?=a)", "(a)\\1", "[z-a]"})
    void whatRe2DoesNotTakeIsRefused(String regex) {
        assertThat(Query.read(regex, true))
                .isInstanceOfSatisfying(
                        Query.Reading.Bad.class,
                        bad -> assertThat(bad.reason()).contains("RE2 syntax"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "(a{100,}){200}",
                "(a{1,900}){900}",
                "a{99999999999}"
            })
    void repeatsOfRepeatsAreRefused(String regex) {
        assertThat(Query.read(regex, true)).isInstanceOf(Query.Reading.Bad.class);
    }

    @Test
    void somethingToLookForIsNeeded() {
        assertThat(Query.read("", false)).isInstanceOf(Query.Reading.Bad.class);
        assertThat(Query.read("a\nb", false)).isInstanceOf(Query.Reading.Bad.class);
        assertThat(Query.read("a".repeat(1_001), false)).isInstanceOf(Query.Reading.Bad.class);
    }

    @Test
    void whatBlowsUpABacktrackingEngineIsHarmless() {
        var query = good("(a+)+$", true);

        // a backtracking engine needs longer than the age of the universe
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertThat(query.find("a".repeat(5_000) + "!")).isNegative());
    }
}
