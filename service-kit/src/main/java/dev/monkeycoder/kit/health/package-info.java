/// Health that tells the truth: which doors of a service work, and which parts are gone.
@NullMarked
package dev.monkeycoder.kit.health;

import org.jspecify.annotations.NullMarked;
