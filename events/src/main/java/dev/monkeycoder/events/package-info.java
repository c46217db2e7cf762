/// The wire: every record that travels over Kafka, and nothing else.
///
/// Field names are snake_case in JSON. A field may be added with a default; a change that old
/// readers can't take is a new type (`….v2`). Golden files under `src/test/resources/golden` pin
/// each version.
@NullMarked
package dev.monkeycoder.events;

import org.jspecify.annotations.NullMarked;
