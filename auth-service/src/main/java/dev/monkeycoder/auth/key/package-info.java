/// API keys: how they look, and whether one is good now.
@NullMarked
package dev.monkeycoder.auth.key;

import org.jspecify.annotations.NullMarked;
