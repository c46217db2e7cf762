/// Works off model calls.
@NullMarked
package dev.monkeycoder.provider.call.client;

import org.jspecify.annotations.NullMarked;
