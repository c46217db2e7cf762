/// Tests of the whole service, and what they stand on.
@NullMarked
package dev.monkeycoder.provider;

import org.jspecify.annotations.NullMarked;
