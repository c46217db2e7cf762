@NullMarked
package dev.monkeycoder.kit.kafka;

import org.jspecify.annotations.NullMarked;
