package dev.monkeycoder.auth.key.store;

import dev.monkeycoder.auth.key.ApiKey;
import dev.monkeycoder.auth.key.KeyId;
import dev.monkeycoder.auth.key.KeySource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/// Keys of the system's secure random source.
@ApplicationScoped
class SecureKeys implements KeySource {
    private final SecureRandom random = new SecureRandom();

    @Override
    public ApiKey next() {
        return ApiKey.of(KeyId.from(bytes(12)), bytes(32));
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
