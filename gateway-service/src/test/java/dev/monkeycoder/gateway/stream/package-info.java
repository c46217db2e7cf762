@NullMarked
package dev.monkeycoder.gateway.stream;

import org.jspecify.annotations.NullMarked;
