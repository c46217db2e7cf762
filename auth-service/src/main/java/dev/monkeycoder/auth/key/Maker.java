package dev.monkeycoder.auth.key;

import dev.monkeycoder.auth.scope.Scope;
import dev.monkeycoder.auth.scope.Scopes;
import dev.monkeycoder.events.CallerId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who makes or revokes keys, and what they have to give.
public sealed interface Maker {
    /// @param scopes what they may pass on
    record Holding(Scopes scopes) implements Maker {}

    /// They act with a token of a key that is not good any more.
    record Gone(KeyId key) implements Maker {}

    /// The key that a caller acts with; empty for a person.
    static Optional<KeyId> keyOf(CallerId caller) {
        var prefix = "key:";
        return Optional.of(caller.value())
                .filter(name -> name.startsWith(prefix))
                .map(name -> new KeyId(name.substring(prefix.length())));
    }

    /// A person, or whoever else comes without a key: they have what their token holds.
    static Maker of(Set<Scope> held) {
        return new Holding(Scopes.widest(held));
    }

    /// Who acts with the key `id`, kept as `stored`.
    static Maker of(KeyId id, Optional<StoredKey> stored, Instant now) {
        return stored.filter(key -> key.good(now))
                .<Maker>map(key -> new Holding(key.scopes()))
                .orElseGet(() -> new Gone(id));
    }
}
