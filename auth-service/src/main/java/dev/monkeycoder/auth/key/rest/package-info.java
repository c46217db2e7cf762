/// API keys over HTTP.
@NullMarked
package dev.monkeycoder.auth.key.rest;

import org.jspecify.annotations.NullMarked;
