/// The readiness check.
@NullMarked
package dev.monkeycoder.kit.health.rest;

import org.jspecify.annotations.NullMarked;
