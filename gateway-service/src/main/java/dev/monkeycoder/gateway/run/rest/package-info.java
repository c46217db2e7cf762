/// The public API of runs.
@NullMarked
package dev.monkeycoder.gateway.run.rest;

import org.jspecify.annotations.NullMarked;
