/// Turns as the orchestrator tells of them.
@NullMarked
package dev.monkeycoder.context.session.kafka;

import org.jspecify.annotations.NullMarked;
