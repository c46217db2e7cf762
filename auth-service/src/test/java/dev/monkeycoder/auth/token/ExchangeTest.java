package dev.monkeycoder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.key.KeyVerdict;
import dev.monkeycoder.auth.key.StoredKey;
import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import dev.monkeycoder.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00.400Z");
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final UUID ID = new UUID(1, 2);
    private static final KeyId KEY = new KeyId("abcdefgh2345");
    private static final Map<String, List<String>> FORM =
            Map.of(
                    "grant_type", List.of(ExchangeRequest.GRANT_TYPE),
                    "subject_token", List.of("s3cret"),
                    "subject_token_type", List.of(ExchangeRequest.API_KEY));

    @Test
    void formNamesAKeyOrALogin() {
        assertThat(ExchangeRequest.read(FORM)).isEqualTo(new ExchangeRequest.WithKey("s3cret"));
        assertThat(
                        ExchangeRequest.read(
                                changed(
                                        "subject_token_type",
                                        List.of(ExchangeRequest.ACCESS_TOKEN))))
                .isEqualTo(new ExchangeRequest.WithLogin("s3cret"));
    }

    @Test
    void requestsDoNotPrintTheirCredential() {
        assertThat(new ExchangeRequest.WithKey("s3cret").toString()).doesNotContain("s3cret");
        assertThat(new ExchangeRequest.WithLogin("s3cret").toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grant_type", "subject_token", "subject_token_type"})
    void parameterMissingEmptyOrTwiceIsNamed(String name) {
        var without = new HashMap<>(FORM);
        without.remove(name);
        for (var form :
                Arrays.asList(
                        without,
                        changed(name, List.of("")),
                        changed(name, List.of("one", "two")))) {
            var refusal = refusal(form);
            assertThat(refusal.kind()).isEqualTo(TokenRefusal.Kind.MALFORMED);
            assertThat(refusal.description()).contains(name).doesNotContain("s3cret");
        }
    }

    @Test
    void parameterThatWouldBePassedOverIsRefused() {
        assertThat(refusal(changed("scope", List.of("runs:read"))).description())
                .startsWith("there are parameters beside grant_type");
    }

    @Test
    void anotherGrantOrTypeIsRefusedWithoutAnEcho() {
        var grant = refusal(changed("grant_type", List.of("password")));
        assertThat(grant.kind().error()).isEqualTo("unsupported_grant_type");
        assertThat(grant.description()).doesNotContain("password");
        var refreshToken = "urn:ietf:params:oauth:token-type:refresh_token";
        assertThat(refusal(changed("subject_token_type", List.of(refreshToken))).kind().error())
                .isEqualTo("invalid_request");
    }

    @Test
    void tokenOfAKeyHasItsScopesExpanded() {
        var token = granted(key(Optional.empty()));
        assertThat(token.scope()).isEqualTo("runs:read runs:write usage:read");
        assertThat(token.caller()).isEqualTo(new CallerId("key:abcdefgh2345"));
        assertThat(token.tenant()).isEqualTo(new TenantId("acme"));
        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-11-01T10:05:00Z"));
        assertThat(token.lifeLeft(NOW)).isLessThanOrEqualTo(LIFE);
    }

    @Test
    void tokenNeverOutlivesItsKey() {
        var end = NOW.plusSeconds(42);
        assertThat(granted(key(Optional.of(end))).expiresAt()).isBeforeOrEqualTo(end);
    }

    @Test
    void tokenNeverOutlivesTheLogin() {
        var end = NOW.plusSeconds(42);
        var person = new Person("1", new TenantId("acme"), Scopes.of("*"), end);
        var exchange = Exchange.of(new PersonVerdict.Known(person), ID, NOW, LIFE);
        var token = ((Exchange.Granted) exchange).token();
        assertThat(token.expiresAt()).isBeforeOrEqualTo(end);
        assertThat(token.caller()).isEqualTo(new CallerId("user:1"));
    }

    @Test
    void everyBadKeyIsABadCredentialAndNamesNoMoreThanItsId() {
        assertThat(refused(new KeyVerdict.Unknown()).description())
                .isEqualTo("the key is not known");
        assertThat(refused(new KeyVerdict.Revoked(KEY)).description())
                .isEqualTo("the key abcdefgh2345 is revoked");
        assertThat(refused(new KeyVerdict.Expired(KEY)).description())
                .isEqualTo("the key abcdefgh2345 has expired");
    }

    @Test
    void personIsRefusedOrAskedToComeBack() {
        var refused = Exchange.of(new PersonVerdict.Refused("no"), ID, NOW, LIFE);
        assertThat(refused).isEqualTo(new Exchange.Refused(TokenRefusal.credential("no")));
        var later = Exchange.of(new PersonVerdict.Unavailable(), ID, NOW, LIFE);
        assertThat(((Exchange.Refused) later).refusal().kind())
                .isEqualTo(TokenRefusal.Kind.UNAVAILABLE);
    }

    private static Map<String, List<String>> changed(String name, List<String> values) {
        var form = new HashMap<>(FORM);
        form.put(name, values);
        return form;
    }

    private static TokenRefusal refusal(Map<String, List<String>> form) {
        return ((ExchangeRequest.Unreadable) ExchangeRequest.read(form)).refusal();
    }

    private static TokenRefusal refused(KeyVerdict verdict) {
        var refusal = ((Exchange.Refused) Exchange.of(verdict, ID, NOW, LIFE)).refusal();
        assertThat(refusal.kind()).isEqualTo(TokenRefusal.Kind.CREDENTIAL);
        return refusal;
    }

    private static MonkeyToken granted(StoredKey key) {
        var exchange = Exchange.of(new KeyVerdict.Good(key), ID, NOW, LIFE);
        return ((Exchange.Granted) exchange).token();
    }

    private static StoredKey key(Optional<Instant> end) {
        return new StoredKey(
                KEY,
                new TenantId("acme"),
                "ci",
                Scopes.of("runs:*", "usage:read"),
                ApiKey.of(KEY, new byte[32]).digest(),
                new CallerId("user:1"),
                NOW,
                end,
                Optional.empty(),
                Optional.empty());
    }
}
