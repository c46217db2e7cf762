@NullMarked
package dev.monkeycoder.mesh.traces.rest;

import org.jspecify.annotations.NullMarked;
