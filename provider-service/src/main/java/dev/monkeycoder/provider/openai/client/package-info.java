/// Sends Chat Completions requests with the Vert.x HTTP client.
@NullMarked
package dev.monkeycoder.provider.openai.client;

import org.jspecify.annotations.NullMarked;
