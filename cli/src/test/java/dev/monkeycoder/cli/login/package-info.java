@NullMarked
package dev.monkeycoder.cli.login;

import org.jspecify.annotations.NullMarked;
