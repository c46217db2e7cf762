/// context-service: workspaces, the tools on them, and the turns of sessions.
@NullMarked
package dev.monkeycoder.context;

import org.jspecify.annotations.NullMarked;
