/// The settings that a request may carry in its last user message.
@NullMarked
package dev.monkeycoder.simulator.directive;

import org.jspecify.annotations.NullMarked;
