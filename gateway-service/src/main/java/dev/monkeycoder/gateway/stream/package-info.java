/// What a client of a run's event stream has, and what it gets next. Plain Java: no clock, no I/O.
@NullMarked
package dev.monkeycoder.gateway.stream;

import org.jspecify.annotations.NullMarked;
