/// The work that commands ask for, done in PostgreSQL together with its answer.
@NullMarked
package dev.monkeycoder.context.call.store;

import org.jspecify.annotations.NullMarked;
