package dev.monkeycoder.auth.key;

/// What came of the wish for a key.
public sealed interface KeyMaking {
    /// `secret` is in no other place: this is the one time that it can be shown.
    record Made(StoredKey key, ApiKey secret) implements KeyMaking {}

    /// The key would get more than its maker has.
    record BeyondMaker() implements KeyMaking {}

    /// The maker is a key that is not good any more, though its token still is.
    record MakerGone(KeyId maker) implements KeyMaking {}
}
