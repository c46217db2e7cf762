@NullMarked
package dev.monkeycoder.gateway.run;

import org.jspecify.annotations.NullMarked;
