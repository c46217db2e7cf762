/// What may be seen of the vendors.
@NullMarked
package dev.monkeycoder.provider.resilience.rest;

import org.jspecify.annotations.NullMarked;
