package dev.monkeycoder.auth.key;

/// Where new keys come from: strong random bytes in production.
@FunctionalInterface
public interface KeySource {
    ApiKey next();
}
