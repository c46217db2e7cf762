-- every run that was asked for; what becomes of it is the orchestrator's to tell
create table run (
  id uuid primary key,
  tenant text not null,
  caller text not null,
  idempotency_key text,
  request_hash text not null,
  created_at timestamptz not null,
  -- null keys are all different
  unique (tenant, idempotency_key)
);
create index run_newest on run (tenant, id desc);
