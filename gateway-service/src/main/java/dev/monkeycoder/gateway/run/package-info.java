/// What a client may ask for, read and checked. Plain Java.
@NullMarked
package dev.monkeycoder.gateway.run;

import org.jspecify.annotations.NullMarked;
