@NullMarked
package dev.monkeycoder.gateway.api;

import org.jspecify.annotations.NullMarked;
