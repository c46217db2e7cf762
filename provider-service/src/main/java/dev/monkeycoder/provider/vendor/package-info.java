/// Who can be asked: the table of vendors, which of them are configured, and which is chosen.
@NullMarked
package dev.monkeycoder.provider.vendor;

import org.jspecify.annotations.NullMarked;
