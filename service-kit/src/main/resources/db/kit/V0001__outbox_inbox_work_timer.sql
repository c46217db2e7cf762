create table outbox (
  position bigint generated always as identity primary key,
  id uuid not null,
  type text not null,
  topic text not null,
  source text not null,
  stream text not null,
  time timestamptz not null,
  tenant text not null,
  caller text not null,
  traceparent text,
  payload text not null,
  lease_until timestamptz not null
);
create index outbox_stream on outbox (stream, topic, position);

create table inbox (
  id uuid primary key,
  at timestamptz not null default now()
);
create index inbox_at on inbox (at);

-- state: 'awaited' (cancelled before its command came), 'open', 'done'
create table work (
  key text primary key,
  state text not null,
  cancelled boolean not null default false,
  type text,
  tenant text,
  caller text,
  traceparent text,
  payload text,
  deadline timestamptz,
  accepted_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  attempt integer not null default 0,
  lease_owner uuid,
  lease_until timestamptz not null default now(),
  answer_type text,
  answer text,
  done_at timestamptz
);
create index work_open on work (accepted_at) where state = 'open';
create index work_done on work (done_at) where state = 'done';

create table timer (
  key text primary key,
  due_at timestamptz not null,
  lease_until timestamptz not null default now(),
  tenant text not null,
  caller text not null,
  traceparent text,
  payload text not null
);
create index timer_due on timer (due_at);
