/// Workspaces in PostgreSQL, and uploads on their way there.
@NullMarked
package dev.monkeycoder.context.workspace.store;

import org.jspecify.annotations.NullMarked;
