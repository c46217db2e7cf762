/// The public API of API keys.
@NullMarked
package dev.monkeycoder.gateway.key.rest;

import org.jspecify.annotations.NullMarked;
