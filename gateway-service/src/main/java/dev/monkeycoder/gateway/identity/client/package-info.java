/// The exchange of credentials at auth-service.
@NullMarked
package dev.monkeycoder.gateway.identity.client;

import org.jspecify.annotations.NullMarked;
