/// The public API of sessions.
@NullMarked
package dev.monkeycoder.gateway.session.rest;

import org.jspecify.annotations.NullMarked;
