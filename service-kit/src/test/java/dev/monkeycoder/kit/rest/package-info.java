@NullMarked
package dev.monkeycoder.kit.rest;

import org.jspecify.annotations.NullMarked;
