@NullMarked
package dev.monkeycoder.cli.run;

import org.jspecify.annotations.NullMarked;
