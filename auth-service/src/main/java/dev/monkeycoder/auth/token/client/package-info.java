/// Keycloak's tokens, verified.
@NullMarked
package dev.monkeycoder.auth.token.client;

import org.jspecify.annotations.NullMarked;
