@NullMarked
package dev.monkeycoder.orchestrator.engine;

import org.jspecify.annotations.NullMarked;
