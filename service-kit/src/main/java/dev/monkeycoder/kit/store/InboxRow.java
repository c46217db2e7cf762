package dev.monkeycoder.kit.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that was handled. Hibernate needs an entity to start; the inbox is one.
@Entity
@Table(name = "inbox")
class InboxRow {
    @Id @Nullable UUID id;
}
