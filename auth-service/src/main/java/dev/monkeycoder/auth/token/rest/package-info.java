/// The exchange over HTTP, and the signature.
@NullMarked
package dev.monkeycoder.auth.token.rest;

import org.jspecify.annotations.NullMarked;
