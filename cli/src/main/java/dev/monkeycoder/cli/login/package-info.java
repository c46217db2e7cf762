/// How a person proves who they are: the device grant's states, and what is kept. Pure.
@NullMarked
package dev.monkeycoder.cli.login;

import org.jspecify.annotations.NullMarked;
