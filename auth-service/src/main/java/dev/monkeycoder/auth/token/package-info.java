/// The exchange of a credential for a monkey token (RFC 8693).
@NullMarked
package dev.monkeycoder.auth.token;

import org.jspecify.annotations.NullMarked;
