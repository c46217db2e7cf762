/// HTTP at a service's edge: problems, the caller, security by default.
@NullMarked
package dev.monkeycoder.kit.rest;

import org.jspecify.annotations.NullMarked;
