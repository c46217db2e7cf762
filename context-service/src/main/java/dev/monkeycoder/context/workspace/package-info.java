/// Workspaces: versioned copies of a project's files, what may be uploaded into one, and what
/// changed between two versions of it.
@NullMarked
package dev.monkeycoder.context.workspace;

import org.jspecify.annotations.NullMarked;
