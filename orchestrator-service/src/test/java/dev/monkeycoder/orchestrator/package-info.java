@NullMarked
package dev.monkeycoder.orchestrator;

import org.jspecify.annotations.NullMarked;
