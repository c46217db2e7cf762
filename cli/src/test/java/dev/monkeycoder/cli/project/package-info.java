@NullMarked
package dev.monkeycoder.cli.project;

import org.jspecify.annotations.NullMarked;
