/// A model that answers with the request it was sent.
@NullMarked
package dev.monkeycoder.simulator.echo;

import org.jspecify.annotations.NullMarked;
