@NullMarked
package dev.monkeycoder.cli.demo;

import org.jspecify.annotations.NullMarked;
