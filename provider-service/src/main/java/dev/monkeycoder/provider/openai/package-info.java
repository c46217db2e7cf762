/// The OpenAI Chat Completions wire format, as bytes in and events out; no I/O.
@NullMarked
package dev.monkeycoder.provider.openai;

import org.jspecify.annotations.NullMarked;
