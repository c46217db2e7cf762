/// Sessions: what agents were asked and what they answered, for the runs that go on from there.
@NullMarked
package dev.monkeycoder.context.session;

import org.jspecify.annotations.NullMarked;
