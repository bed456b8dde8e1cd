-- What an audit has seen that should not be: a suspicion at the first look, a finding once it was confirmed.
create table drift_findings (
    id          varchar(192)  primary key,
    kind        varchar(64)   not null,
    resource    varchar(96)   not null,
    account_id  varchar(12),
    detail      varchar(1024),
    first_seen  timestamp(6) with time zone not null,
    last_seen   timestamp(6) with time zone not null,
    confirmed   boolean       not null
);
create index drift_findings_kind on drift_findings (kind);

-- One row per kind: the last look, and sums since ever.
create table drift_runs (
    kind        varchar(64) primary key,
    ran_at      timestamp(6) with time zone not null,
    took_millis bigint      not null,
    found       bigint      not null,
    healed      bigint      not null
);

-- Instances that a host lists and that should not be there. Forgotten when they are no longer listed.
create table instance_sightings (
    host_id     varchar(32) not null,
    instance_id varchar(32) not null,
    host_epoch  integer     not null,
    generation  bigint      not null,
    first_seen  timestamp(6) with time zone not null,
    last_seen   timestamp(6) with time zone not null,
    times_seen  integer     not null,
    asked_at    timestamp(6) with time zone,
    primary key (host_id, instance_id)
);
create index instance_sightings_instance on instance_sightings (instance_id);
create index instance_sightings_seen on instance_sightings (last_seen);

-- Instances that are no longer shown, and where they were: what may be removed there without asking anybody.
create table ended_instances (
    id       varchar(32) primary key,
    host_id  varchar(32) not null,
    ended_at timestamp(6) with time zone not null
);
create index ended_instances_at on ended_instances (ended_at);
