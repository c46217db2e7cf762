/// The demo's words and its count of tests. Pure.
@NullMarked
package dev.monkeycoder.cli.demo;

import org.jspecify.annotations.NullMarked;
