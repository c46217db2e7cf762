/// Real servers as processes of this machine: PostgreSQL, Kafka, Keycloak. Each lives below a state
/// directory, listens on the loopback address, and ends when its launcher does.
@NullMarked
package dev.monkeycoder.mesh.process;

import org.jspecify.annotations.NullMarked;
