/// Who may do what: keys, tokens, people, and the ledger of what was used.
@NullMarked
package dev.monkeycoder.auth;

import org.jspecify.annotations.NullMarked;
