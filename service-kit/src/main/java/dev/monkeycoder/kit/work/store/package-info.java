/// The table of accepted commands and who works on them.
@NullMarked
package dev.monkeycoder.kit.work.store;

import org.jspecify.annotations.NullMarked;
