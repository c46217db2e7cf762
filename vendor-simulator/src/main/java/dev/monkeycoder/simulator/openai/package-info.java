/// OpenAI's Chat Completions wire format.
@NullMarked
package dev.monkeycoder.simulator.openai;

import org.jspecify.annotations.NullMarked;
