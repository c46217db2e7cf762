package dev.monkeycoder.context.call.store;

import dev.monkeycoder.events.TenantId;
import dev.monkeycoder.events.WorkspaceId;

/// Where a tool is used: a workspace, and for whom it is looked up.
record Target(TenantId tenant, WorkspaceId workspace) {}
