/// Finds out which vendors are configured.
@NullMarked
package dev.monkeycoder.provider.vendor.client;

import org.jspecify.annotations.NullMarked;
