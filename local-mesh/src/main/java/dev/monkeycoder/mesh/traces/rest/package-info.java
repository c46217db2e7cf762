/// OTLP over HTTP in, JSON out.
@NullMarked
package dev.monkeycoder.mesh.traces.rest;

import org.jspecify.annotations.NullMarked;
