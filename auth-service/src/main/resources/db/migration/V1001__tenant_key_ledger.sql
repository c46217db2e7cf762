create table tenant (
  id text primary key,
  name text not null,
  created_at timestamptz not null
);

-- the secret of a key is nowhere: only its hash is
create table api_key (
  id text primary key,
  tenant text not null references tenant,
  name text not null,
  scopes text not null,
  secret_sha256 text not null,
  made_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_of_tenant on api_key (tenant, created_at, id);

-- every attempt of a model call, once; money in micro-dollars
create table ledger (
  run uuid not null,
  call integer not null,
  attempt integer not null,
  tenant text not null,
  caller text not null,
  agent text not null,
  vendor text not null,
  model text not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cached_input_tokens bigint not null,
  cache_write_tokens bigint not null,
  reasoning_tokens bigint not null,
  cost_micros bigint not null,
  estimated boolean not null,
  outcome text not null,
  at timestamptz not null,
  primary key (run, call, attempt)
);
create index ledger_of_run on ledger (tenant, run);
