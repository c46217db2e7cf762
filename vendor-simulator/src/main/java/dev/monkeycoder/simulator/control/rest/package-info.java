/// The control API: orders faults and shows the log of requests.
@NullMarked
package dev.monkeycoder.simulator.control.rest;

import org.jspecify.annotations.NullMarked;
