/// Which doors work without which parts.
@NullMarked
package dev.monkeycoder.gateway.health.client;

import org.jspecify.annotations.NullMarked;
