@NullMarked
package dev.monkeycoder.orchestrator.agent;

import org.jspecify.annotations.NullMarked;
