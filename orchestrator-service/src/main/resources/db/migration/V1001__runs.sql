-- The event store: the version decides between replicas. `body` is the event's JSON as text, with its type in it.
create table run_event (
  run uuid not null,
  version integer not null,
  at timestamptz not null,
  body text not null,
  primary key (run, version)
);

-- Each run as it stands, for reading and listing; written with the events that it is folded from.
-- `prompt` (JSON text) is written once, `view` (JSON) with every step.
create table run (
  id uuid primary key,
  tenant text not null,
  created_at timestamptz not null,
  version integer not null,
  status text not null,
  prompt text not null,
  view text not null
);
create index run_tenant on run (tenant, created_at);
