@NullMarked
package dev.monkeycoder.orchestrator.pattern;

import org.jspecify.annotations.NullMarked;
