-- A running instance on its way between two hosts. Its room on the other host is an allocation of the migration's own.
create table migrations (
    id                      varchar(32)  primary key,
    instance_id             varchar(32)  not null,
    -- equals instance_id while it is not decided where the instance is: at most one for each instance
    open_instance           varchar(32)  unique,
    source_host             varchar(32)  not null,
    target_host             varchar(32)  not null,
    stage                   varchar(16)  not null,
    succeeded               boolean      not null,
    clearing_host           varchar(32),
    detail                  varchar(1024),
    -- what the hosts were told last, and what came of it
    told_generation         bigint       not null,
    answer                  varchar(16)  not null,
    berth                   text,
    -- what the target was seen to have
    arrival_power           varchar(16)  not null,
    arrival_generation      bigint       not null,
    arrival_boot_generation bigint       not null,
    arrival_epoch           integer      not null,
    arrival_incarnation     bigint       not null,
    arrival_sequence        bigint       not null,
    arrival_at              timestamp(6) with time zone,
    arrival_detail          varchar(1024),
    arrival_missing_since   timestamp(6) with time zone,
    arrival_missing_reports integer      not null,
    request_id              varchar(64)  not null,
    deadline_at             timestamp(6) with time zone not null,
    started_at              timestamp(6) with time zone not null,
    ended_at                timestamp(6) with time zone,
    version                 bigint       not null
);
create index migrations_instance on migrations (instance_id);
create index migrations_source on migrations (source_host);
create index migrations_target on migrations (target_host);

-- The generation of the wish itself where numbers were taken for moves since; 0: there were none.
alter table instances add column wish_generation bigint default 0 not null;
