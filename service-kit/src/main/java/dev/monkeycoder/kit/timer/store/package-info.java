/// The table of timers and who fires them.
@NullMarked
package dev.monkeycoder.kit.timer.store;

import org.jspecify.annotations.NullMarked;
