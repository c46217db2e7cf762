/// Usage facts as they come in.
@NullMarked
package dev.monkeycoder.auth.usage.kafka;

import org.jspecify.annotations.NullMarked;
