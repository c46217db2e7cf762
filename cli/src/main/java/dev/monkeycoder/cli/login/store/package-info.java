/// Credentials on disk, readable by their owner only.
@NullMarked
package dev.monkeycoder.cli.login.store;

import org.jspecify.annotations.NullMarked;
