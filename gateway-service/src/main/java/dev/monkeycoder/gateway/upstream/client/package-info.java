/// HTTP to the parts behind the gateway, with a time limit on every call.
@NullMarked
package dev.monkeycoder.gateway.upstream.client;

import org.jspecify.annotations.NullMarked;
