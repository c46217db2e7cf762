/// Which doors this service has.
@NullMarked
package dev.monkeycoder.auth.health.rest;

import org.jspecify.annotations.NullMarked;
