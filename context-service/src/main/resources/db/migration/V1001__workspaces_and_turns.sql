-- content by its hash, once a tenant: nobody can learn from a hash what another tenant has
create table blob (
  tenant text not null,
  hash text not null,
  content bytea not null,
  primary key (tenant, hash)
);

-- version: the newest one; writers take this row's lock
create table workspace (
  id uuid primary key,
  tenant text not null,
  version integer not null,
  created_at timestamptz not null
);

-- files and bytes: of the whole workspace at that version
-- call and path: the tool call that made it and what it wrote; the first version has neither
create table version (
  workspace uuid not null references workspace,
  version integer not null,
  parent integer,
  call text,
  path text,
  files integer not null,
  bytes bigint not null,
  at timestamptz not null,
  primary key (workspace, version)
);
-- one call has one effect, whatever else fails
create unique index version_call on version (call) where call is not null;

-- a manifest is, for each path, the row of the greatest version up to the one that is looked at;
-- collation "C" is the order of bytes, so that prefixes are ranges of the index
create table file (
  workspace uuid not null references workspace,
  path text collate "C" not null,
  version integer not null,
  hash text not null,
  size bigint not null,
  executable boolean not null,
  is_text boolean not null,
  primary key (workspace, path, version)
);

create table turn (
  run uuid not null,
  turn integer not null,
  tenant text not null,
  session uuid not null,
  agent text not null,
  asked text not null,
  answer text not null,
  at timestamptz not null,
  primary key (run, turn)
);
create index turn_session on turn (tenant, session, at);
