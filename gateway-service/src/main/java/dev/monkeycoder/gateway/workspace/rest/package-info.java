/// The public API of workspaces.
@NullMarked
package dev.monkeycoder.gateway.workspace.rest;

import org.jspecify.annotations.NullMarked;
