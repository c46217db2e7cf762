/// The life of a model call: attempts, what each costs, the text on its way to the client.
@NullMarked
package dev.monkeycoder.provider.call;

import org.jspecify.annotations.NullMarked;
