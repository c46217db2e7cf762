/// OpenAI's HTTP paths.
@NullMarked
package dev.monkeycoder.simulator.openai.rest;

import org.jspecify.annotations.NullMarked;
