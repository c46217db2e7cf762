package dev.monkeycoder.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fixture package breaks one rule; the rules must see it.
class RoomsTest {
    private static final String FIXTURES = "dev.monkeycoder.testkit.fixture.";

    @Test
    void aModuleThatKeepsTheRulesPasses() {
        assertThat(broken("clean", Rooms::rules)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "framework, a framework word stands in a leaf package",
        "ringtwo, ring 1 knows nothing of ring 2",
        "impure, 'ring 1 gets time, ids and randomness as values'",
        "cycle, free of cycles",
        "named, have a name that says something",
        "unmarked, reside in a @NullMarked package",
    })
    void aBrokenRuleIsNamed(String fixture, String rule) {
        assertThat(broken(fixture, Rooms::rules))
                .singleElement()
                .satisfies(message -> assertThat(message).contains(rule));
    }

    @Test
    void aTestThatSleepsIsSeen() {
        assertThat(broken("sleeps", _ -> Rooms.testRules()))
                .singleElement()
                .satisfies(message -> assertThat(message).contains("never for time to pass"));
    }

    private static List<String> broken(String fixture, Function<String, List<ArchRule>> rules) {
        var classes = new ClassFileImporter().importPackages(FIXTURES + fixture);
        assertThat(classes).isNotEmpty();
        return rules.apply(FIXTURES + fixture).stream()
                .map(rule -> rule.evaluate(classes))
                .filter(result -> result.hasViolation())
                .map(result -> result.getFailureReport().toString())
                .toList();
    }
}
