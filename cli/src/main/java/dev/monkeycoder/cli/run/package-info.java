/// A run as a person sees it: what happens while it goes on, and the tables after it. Pure.
@NullMarked
package dev.monkeycoder.cli.run;

import org.jspecify.annotations.NullMarked;
