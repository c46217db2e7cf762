@NullMarked
package dev.monkeycoder.cli.gateway;

import org.jspecify.annotations.NullMarked;
