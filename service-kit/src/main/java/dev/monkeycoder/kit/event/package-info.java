/// CloudEvents as a service sees them: what comes in, what goes out, and their JSON.
@NullMarked
package dev.monkeycoder.kit.event;

import org.jspecify.annotations.NullMarked;
