package dev.monkeycoder.cli.gateway;

import dev.monkeycoder.cli.terminal.Table;
import dev.monkeycoder.cli.terminal.Terminal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The API keys of a tenant, as a gateway lists them: never the keys themselves.
public record Keys(List<Key> keys) {
    public Keys {
        keys = List.copyOf(orElse(keys, List.of()));
    }

    /// @param key the key itself, only in the answer to its creation
    public record Key(
            String id,
            String name,
            List<String> scopes,
            Optional<Instant> createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt,
            Optional<Instant> lastUsedAt,
            Optional<String> key) {
        public Key {
            name = orElse(name, "");
            scopes = List.copyOf(orElse(scopes, List.of()));
            createdAt = orElse(createdAt, Optional.empty());
            expiresAt = orElse(expiresAt, Optional.empty());
            revokedAt = orElse(revokedAt, Optional.empty());
            lastUsedAt = orElse(lastUsedAt, Optional.empty());
            key = orElse(key, Optional.empty());
        }

        private String state() {
            return revokedAt.isPresent()
                    ? "revoked"
                    : expiresAt.map(at -> "until " + day(at)).orElse("good");
        }
    }

    public List<String> lines(Terminal terminal) {
        return new Table(
                        List.of("id", "name", "state", "created", "last used", "scopes"),
                        keys.stream().map(Keys::row).toList())
                .lines(terminal);
    }

    private static List<String> row(Key key) {
        return List.of(
                key.id(),
                key.name(),
                key.state(),
                key.createdAt().map(Keys::day).orElse(""),
                key.lastUsedAt().map(Keys::day).orElse("never"),
                String.join(" ", key.scopes()));
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, 10);
    }

    private static <T> T orElse(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
