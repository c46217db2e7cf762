package dev.monkeycoder.gateway.identity;

import dev.monkeycoder.events.CallerId;
import java.time.Instant;

/// The signed token that the services behind the gateway take.
///
/// @param jwt what goes into `Authorization: Bearer`
/// @param caller whom it stands for
/// @param expires no service takes it after this
public record MonkeyToken(String jwt, CallerId caller, Instant expires) {
    @Override
    public String toString() {
        return "MonkeyToken[" + caller + "]";
    }
}
