/// Authentication of requests.
@NullMarked
package dev.monkeycoder.gateway.identity.rest;

import org.jspecify.annotations.NullMarked;
