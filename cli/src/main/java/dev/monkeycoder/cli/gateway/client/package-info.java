/// HTTP to the gateway.
@NullMarked
package dev.monkeycoder.cli.gateway.client;

import org.jspecify.annotations.NullMarked;
