package dev.monkeycoder.auth.key.store;

import static dev.monkeycoder.auth.Api.exchangeKey;
import static dev.monkeycoder.auth.Api.id;
import static dev.monkeycoder.auth.Api.keys;
import static dev.monkeycoder.auth.Api.revoke;
import static dev.monkeycoder.auth.Api.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeycoder.auth.Api;
import dev.monkeycoder.auth.RealmAddress;
import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.testkit.MeshServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(MeshServers.class)
@WithTestResource(RealmAddress.class)
class BootstrapQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject Bootstrap bootstrap;

    @Test
    void replicasThatStartAtOnceMakeOneKeyWithEveryScope() {
        var key = key("bootstrap2aa", 1);
        var starts =
                IntStream.range(0, 8).mapToObj(_ -> bootstrap.ensure(key, "first-home")).toList();
        Uni.join().all(starts).andFailFast().await().atMost(PATIENCE);
        ensure(key, "first-home");
        assertThat(keys(tokenOf(key))).hasSize(1);
        var scopes = Api.claims(tokenOf(key)).<String>getList("groups");
        assertThat(scopes)
                .containsExactlyInAnyOrder(
                        Stream.of(Scope.values()).map(Scope::value).toArray(String[]::new));
    }

    @Test
    void nextKeyIsAnotherTenants() {
        ensure(key("bootstrap2bb", 2), "one-home");
        ensure(key("bootstrap2cc", 3), "other-home");
        assertThat(Api.claims(tokenOf(key("bootstrap2bb", 2))).getString("tenant"))
                .isEqualTo("one-home");
        assertThat(keys(tokenOf(key("bootstrap2cc", 3)))).hasSize(1);
    }

    @Test
    void revokedKeyStaysRevokedOverARestart() {
        var key = key("bootstrap2dd", 4);
        ensure(key, "revoked-home");
        revoke(tokenOf(key), id(key)).then().statusCode(204);
        ensure(key, "revoked-home");
        exchangeKey(key).then().statusCode(401);
    }

    @Test
    void idOfAnotherKeyEndsTheStart() {
        ensure(key("bootstrap2ee", 5), "same-id");
        assertThatThrownBy(() -> ensure(key("bootstrap2ee", 6), "same-id"))
                .hasMessageContaining("the id bootstrap2ee belongs to another key")
                .hasMessageNotContaining(key("bootstrap2ee", 6).substring(16));
        assertThatThrownBy(() -> ensure(key("bootstrap2ee", 5), "elsewhere"))
                .hasMessageContaining("belongs to another key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "change-me", "mk_change-me", "mk_abcdefgh2345_tooshort"})
    void malformedKeyEndsTheStartWithoutAnEcho(String key) {
        var failure = assertThatThrownBy(() -> ensure(key, "default"));
        failure.hasMessageStartingWith("MONKEY_BOOTSTRAP_KEY: not a key (expected: mk_");
        if (!key.isEmpty()) {
            failure.hasMessageNotContaining(key);
        }
    }

    @Test
    void malformedTenantEndsTheStart() {
        assertThatThrownBy(() -> ensure(key("bootstrap2ff", 7), "No Tenant"))
                .hasMessageStartingWith("MONKEY_BOOTSTRAP_TENANT: not a tenant");
    }

    private void ensure(String key, String tenant) {
        bootstrap.ensure(key, tenant).await().atMost(PATIENCE);
    }

    private static String key(String id, int fill) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return ApiKey.of(new KeyId(id), secret).reveal();
    }
}
