/// HTTP to the mesh's trace collector.
@NullMarked
package dev.monkeycoder.cli.spans.client;

import org.jspecify.annotations.NullMarked;
