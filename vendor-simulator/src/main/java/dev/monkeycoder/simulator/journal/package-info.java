/// The log of requests: what reached the vendor, and how it ended.
@NullMarked
package dev.monkeycoder.simulator.journal;

import org.jspecify.annotations.NullMarked;
