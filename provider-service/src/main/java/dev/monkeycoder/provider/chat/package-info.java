/// A model call in no vendor's format: request, stream, answer, failure.
@NullMarked
package dev.monkeycoder.provider.chat;

import org.jspecify.annotations.NullMarked;
