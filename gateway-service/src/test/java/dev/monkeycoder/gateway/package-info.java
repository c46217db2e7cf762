@NullMarked
package dev.monkeycoder.gateway;

import org.jspecify.annotations.NullMarked;
