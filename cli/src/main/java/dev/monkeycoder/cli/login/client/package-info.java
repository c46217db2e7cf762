/// HTTP to the identity provider.
@NullMarked
package dev.monkeycoder.cli.login.client;

import org.jspecify.annotations.NullMarked;
