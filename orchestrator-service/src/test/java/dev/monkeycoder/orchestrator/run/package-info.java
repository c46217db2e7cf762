@NullMarked
package dev.monkeycoder.orchestrator.run;

import org.jspecify.annotations.NullMarked;
