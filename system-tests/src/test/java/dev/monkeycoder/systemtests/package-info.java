/// The mesh as a whole, from outside: packaged services, real Kafka and PostgreSQL, the vendor
/// simulator for a vendor.
@NullMarked
package dev.monkeycoder.systemtests;

import org.jspecify.annotations.NullMarked;
