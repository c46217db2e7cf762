/// Turns over HTTP.
@NullMarked
package dev.monkeycoder.context.session.rest;

import org.jspecify.annotations.NullMarked;
