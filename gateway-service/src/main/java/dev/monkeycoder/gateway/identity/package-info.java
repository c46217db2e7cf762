/// Who is at the door: outside credentials, and the monkey tokens that they were exchanged for.
@NullMarked
package dev.monkeycoder.gateway.identity;

import org.jspecify.annotations.NullMarked;
