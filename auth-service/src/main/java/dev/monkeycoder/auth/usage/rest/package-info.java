/// The ledger over HTTP.
@NullMarked
package dev.monkeycoder.auth.usage.rest;

import org.jspecify.annotations.NullMarked;
