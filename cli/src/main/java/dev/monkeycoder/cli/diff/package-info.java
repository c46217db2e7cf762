/// Unified diffs as git writes them: read, shown, applied to text. Pure.
@NullMarked
package dev.monkeycoder.cli.diff;

import org.jspecify.annotations.NullMarked;
