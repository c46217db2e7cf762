/// Runs as orchestrator, context and auth know them.
@NullMarked
package dev.monkeycoder.gateway.run.client;

import org.jspecify.annotations.NullMarked;
