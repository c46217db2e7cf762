@NullMarked
package dev.monkeycoder.orchestrator.view;

import org.jspecify.annotations.NullMarked;
