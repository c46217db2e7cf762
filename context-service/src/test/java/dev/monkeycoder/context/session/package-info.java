@NullMarked
package dev.monkeycoder.context.session;

import org.jspecify.annotations.NullMarked;
