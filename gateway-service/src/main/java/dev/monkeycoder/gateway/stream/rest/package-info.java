/// Server-sent events.
@NullMarked
package dev.monkeycoder.gateway.stream.rest;

import org.jspecify.annotations.NullMarked;
