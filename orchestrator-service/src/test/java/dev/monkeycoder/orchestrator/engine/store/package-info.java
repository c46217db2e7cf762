@NullMarked
package dev.monkeycoder.orchestrator.engine.store;

import org.jspecify.annotations.NullMarked;
