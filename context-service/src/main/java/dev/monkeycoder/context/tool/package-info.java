/// The tools that a model may use on a workspace: reading what it asks for, and what it is told.
@NullMarked
package dev.monkeycoder.context.tool;

import org.jspecify.annotations.NullMarked;
