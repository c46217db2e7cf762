/// What a model is told of a project before it starts: its size, languages, build and files.
@NullMarked
package dev.monkeycoder.context.project;

import org.jspecify.annotations.NullMarked;
