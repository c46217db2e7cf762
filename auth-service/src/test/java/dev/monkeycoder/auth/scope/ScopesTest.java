package dev.monkeycoder.auth.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
    @Test
    void starStandsForEveryScope() {
        assertThat(Scopes.of("*").expanded()).isEqualTo(EnumSet.allOf(Scope.class));
    }

    @Test
    void areaWildcardStandsForItsAreaOnly() {
        assertThat(Scopes.of("runs:*").expanded())
                .containsExactlyInAnyOrder(Scope.RUNS_READ, Scope.RUNS_WRITE);
    }

    @Test
    void plainScopeStandsForItself() {
        assertThat(Scopes.of("keys:read").expanded()).containsExactly(Scope.KEYS_READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "runs",
                "runs:",
                ":read",
                "runs:delete",
                "RUNS:READ",
                "runs:**",
                "**",
                "r*"
            })
    void whatIsNoScopeIsRefused(String scope) {
        assertThatThrownBy(() -> Scopes.of(scope))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("scopes: ")
                .hasMessageContaining("runs:*, ");
    }

    @Test
    void somethingThatLooksLikeASecretIsNotRepeated() {
        assertThatThrownBy(() -> Scopes.of("mk_abc234_secret"))
                .hasMessageContaining("not like a scope")
                .hasMessageNotContaining("secret");
    }

    @Test
    void noScopeAtAllIsRefused() {
        assertThatThrownBy(() -> new Scopes(List.of())).hasMessageContaining("at least one");
    }

    @ParameterizedTest
    @CsvSource({
        "*, *, true",
        "*, runs:*, true",
        "*, keys:write, true",
        "runs:*, runs:read, true",
        "runs:*, runs:*, true",
        "runs:*, *, false",
        "runs:*, keys:read, false",
        "runs:read, runs:read, true",
        "runs:read, runs:write, false",
        "runs:read, runs:*, false",
        "runs:read runs:write, runs:*, false",
        "runs:read runs:write, runs:read runs:write, true",
        "runs:read usage:read, runs:read keys:write, false"
    })
    void coversWhatIsWithinAndNothingBeyond(String has, String wants, boolean covered) {
        assertThat(Scopes.parse(has).covers(Scopes.parse(wants))).isEqualTo(covered);
    }

    @Test
    void whatIsCoveredNeverExpandsToMore() {
        var grants =
                List.of("*", "runs:*", "keys:*", "runs:read", "keys:write", "runs:read keys:write");
        for (var maker : grants) {
            for (var made : grants) {
                var has = Scopes.parse(maker);
                var gets = Scopes.parse(made);
                if (has.covers(gets)) {
                    assertThat(has.expanded()).containsAll(gets.expanded());
                }
            }
        }
    }

    @Test
    void widestOfEverythingIsStar() {
        assertThat(Scopes.widest(EnumSet.allOf(Scope.class)).granted()).containsExactly("*");
    }

    @Test
    void widestOfAWholeAreaHoldsItsWildcard() {
        var held = Set.of(Scope.RUNS_READ, Scope.RUNS_WRITE, Scope.KEYS_READ);
        assertThat(Scopes.widest(held).covers(Scopes.of("runs:*", "keys:read"))).isTrue();
        assertThat(Scopes.widest(held).covers(Scopes.of("keys:*"))).isFalse();
        assertThat(Scopes.widest(held).expanded()).isEqualTo(held);
    }

    @Test
    void textIsReadBack() {
        var scopes = Scopes.of("usage:read", "runs:*", "usage:read");
        assertThat(scopes).hasToString("runs:* usage:read");
        assertThat(Scopes.parse(scopes.toString())).isEqualTo(scopes);
    }
}
