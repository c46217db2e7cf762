/// Reads of runs over HTTP.
@NullMarked
package dev.monkeycoder.orchestrator.view.rest;

import org.jspecify.annotations.NullMarked;
