/// The user's project: which of its files travel, and whether a diff may be written to it. Pure.
@NullMarked
package dev.monkeycoder.cli.project;

import org.jspecify.annotations.NullMarked;
