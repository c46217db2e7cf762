/// Topics of which every replica reads all, from some time ago on.
@NullMarked
package dev.monkeycoder.gateway.replay.kafka;

import org.jspecify.annotations.NullMarked;
