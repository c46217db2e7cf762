-- one row for each time that a vendor was, or may have been, asked for a call
create table attempt (
  call text not null,
  attempt integer not null,
  vendor text not null,
  model text not null,
  started_at timestamptz not null,
  units integer not null default 0,
  streamed boolean not null default false,
  booked boolean not null default false,
  outcome text,
  estimated boolean,
  input bigint not null default 0,
  output bigint not null default 0,
  cached_input bigint not null default 0,
  cache_write bigint not null default 0,
  reasoning bigint not null default 0,
  cost bigint not null default 0,
  primary key (call, attempt)
);
create index attempt_booked on attempt (started_at) where booked;
