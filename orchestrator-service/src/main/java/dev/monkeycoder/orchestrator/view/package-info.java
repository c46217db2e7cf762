/// What people and programs see of a run: projections of its history.
@NullMarked
package dev.monkeycoder.orchestrator.view;

import org.jspecify.annotations.NullMarked;
