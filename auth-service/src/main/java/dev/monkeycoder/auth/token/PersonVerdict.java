package dev.monkeycoder.auth.token;

/// Whether a token of Keycloak is a login that we take.
public sealed interface PersonVerdict {
    record Known(Person person) implements PersonVerdict {}

    /// @param reason a sentence without anything of the token in it
    record Refused(String reason) implements PersonVerdict {}

    /// Nobody can say now: Keycloak, whose keys it takes to tell, does not answer.
    record Unavailable() implements PersonVerdict {}
}
