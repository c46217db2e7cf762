/// What a caller may do.
@NullMarked
package dev.monkeycoder.auth.scope;

import org.jspecify.annotations.NullMarked;
