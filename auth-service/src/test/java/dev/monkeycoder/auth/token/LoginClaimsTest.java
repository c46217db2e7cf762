package dev.monkeycoder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginClaimsTest {
    private static final Instant END = Instant.parse("2026-11-01T11:00:00Z");
    private static final Set<String> CLIENTS = Set.of("monkey-cli", "monkey-web");
    private static final LoginClaims GOOD =
            new LoginClaims(
                    "0001",
                    Optional.of("Bearer"),
                    Optional.of("monkey-cli"),
                    Set.of("monkey"),
                    Optional.of("acme"),
                    Set.of("developer", "offline_access"),
                    END);

    @Test
    void accessTokenOfOurClientIsAPerson() {
        var person = ((PersonVerdict.Known) verdict(GOOD)).person();
        assertThat(person.caller()).isEqualTo(new CallerId("user:0001"));
        assertThat(person.tenant()).isEqualTo(new TenantId("acme"));
        assertThat(person.scopes().granted())
                .containsExactly("runs:*", "usage:read", "workspaces:*");
    }

    @Test
    void developerMayNotTouchKeys() {
        var person = ((PersonVerdict.Known) verdict(GOOD)).person();
        assertThat(person.scopes().expanded())
                .doesNotContain(Scope.KEYS_READ, Scope.KEYS_WRITE)
                .contains(Scope.RUNS_WRITE, Scope.WORKSPACES_WRITE);
    }

    @Test
    void adminMayDoEverything() {
        var admin = ((PersonVerdict.Known) verdict(with(Set.of("admin", "developer")))).person();
        assertThat(admin.scopes().expanded()).containsExactlyInAnyOrder(Scope.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Refresh", "ID", "Offline", "Logout", "bearer", ""})
    void anotherTypeOfTokenIsRefused(String type) {
        var claims =
                new LoginClaims(
                        GOOD.subject(),
                        Optional.of(type).filter(text -> !text.isEmpty()),
                        GOOD.client(),
                        GOOD.audience(),
                        GOOD.tenant(),
                        GOOD.roles(),
                        END);
        assertThat(refusal(claims)).contains("not an access token");
    }

    @Test
    void tokenForAnotherAudienceIsRefused() {
        var claims =
                new LoginClaims(
                        GOOD.subject(),
                        GOOD.type(),
                        GOOD.client(),
                        Set.of("account"),
                        GOOD.tenant(),
                        GOOD.roles(),
                        END);
        assertThat(refusal(claims)).contains("not meant for this system");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-cli", "monkey", "none"})
    void tokenOfAnotherClientIsRefused(String client) {
        var claims =
                new LoginClaims(
                        GOOD.subject(),
                        GOOD.type(),
                        Optional.of(client).filter(text -> !text.equals("none")),
                        GOOD.audience(),
                        GOOD.tenant(),
                        GOOD.roles(),
                        END);
        assertThat(refusal(claims)).contains("another client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Acme", "a b", "-acme", "acme-", "a/b", "..", "none"})
    void accountWithoutAProperTenantIsRefused(String tenant) {
        var claims =
                new LoginClaims(
                        GOOD.subject(),
                        GOOD.type(),
                        GOOD.client(),
                        GOOD.audience(),
                        Optional.of(tenant).filter(text -> !text.equals("none")),
                        GOOD.roles(),
                        END);
        assertThat(refusal(claims)).contains("belongs to no tenant");
    }

    @Test
    void accountWithoutARoleOfOursIsRefused() {
        assertThat(refusal(with(Set.of("offline_access")))).contains("no role here");
    }

    @Test
    void tokenIsRefusedFromItsEndOn() {
        assertThat(GOOD.verdict(CLIENTS, END))
                .isEqualTo(new PersonVerdict.Refused("the token has expired"));
    }

    private static LoginClaims with(Set<String> roles) {
        return new LoginClaims(
                GOOD.subject(),
                GOOD.type(),
                GOOD.client(),
                GOOD.audience(),
                GOOD.tenant(),
                roles,
                END);
    }

    private static PersonVerdict verdict(LoginClaims claims) {
        return claims.verdict(CLIENTS, END.minusSeconds(60));
    }

    private static String refusal(LoginClaims claims) {
        return ((PersonVerdict.Refused) verdict(claims)).reason();
    }
}
