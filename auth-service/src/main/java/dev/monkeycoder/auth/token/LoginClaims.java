package dev.monkeycoder.auth.token;

import dev.monkeycoder.auth.tenant.Tenants;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a token of Keycloak claims. Whether it is the right kind of token for us is decided here,
/// whether Keycloak signed it elsewhere: it takes both.
///
/// @param type Keycloak's claim `typ`: `Bearer` (access), `ID` or `Refresh`
/// @param client `azp`: the client that the person logged in with
/// @param audience `aud`
/// @param tenant the claim `tenant`, from an attribute of the account or its group
/// @param roles the realm's roles of the account
public record LoginClaims(
        String subject,
        Optional<String> type,
        Optional<String> client,
        Set<String> audience,
        Optional<String> tenant,
        Set<String> roles,
        Instant expiresAt) {
    private static final String ACCESS = "Bearer";

    /// @param clients the clients whose logins are taken
    public PersonVerdict verdict(Set<String> clients, Instant now) {
        if (!type.equals(Optional.of(ACCESS))) {
            return new PersonVerdict.Refused("the token is not an access token");
        }
        if (!audience.contains(MonkeyToken.AUDIENCE)) {
            return new PersonVerdict.Refused("the token is not meant for this system");
        }
        if (client.filter(clients::contains).isEmpty()) {
            return new PersonVerdict.Refused("the token was issued to another client");
        }
        if (!now.isBefore(expiresAt)) {
            return new PersonVerdict.Refused("the token has expired");
        }
        return person();
    }

    private PersonVerdict person() {
        var home = tenant.flatMap(Tenants::named);
        if (home.isEmpty()) {
            return new PersonVerdict.Refused(
                    "the account belongs to no tenant: an administrator sets its attribute tenant ("
                            + Tenants.RULE
                            + ")");
        }
        var scopes = Role.scopes(roles);
        if (scopes.isEmpty()) {
            return new PersonVerdict.Refused(
                    "the account has no role here: an administrator gives it developer or admin");
        }
        return new PersonVerdict.Known(new Person(subject, home.get(), scopes.get(), expiresAt));
    }
}
