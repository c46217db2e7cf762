@NullMarked
package dev.monkeycoder.gateway.identity;

import org.jspecify.annotations.NullMarked;
