/// Workspaces over HTTP.
@NullMarked
package dev.monkeycoder.context.workspace.rest;

import org.jspecify.annotations.NullMarked;
