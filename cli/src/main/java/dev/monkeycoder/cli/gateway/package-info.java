/// What the gateway says: problems, pages, addresses. Pure.
@NullMarked
package dev.monkeycoder.cli.gateway;

import org.jspecify.annotations.NullMarked;
