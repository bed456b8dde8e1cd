-- Groups of instances that shall be near each other or apart.
create table placement_groups (
    id              varchar(32)  primary key,
    account_id      varchar(12)  not null,
    name            varchar(255) not null,
    strategy        varchar(16)  not null,
    partition_count integer      not null,
    created_at      timestamp(6) with time zone not null,
    constraint placement_group_name_unique unique (account_id, name)
);

-- The hosts that a group uses. Of a spread group each host has one instance at most, of a group of partitions each
-- host serves one partition: the key is the last line against both. Goes with the group's last allocation there.
create table group_hosts (
    group_id         varchar(32) not null references placement_groups (id),
    host_id          varchar(32) not null references hosts (id),
    -- 0 where the group has no partitions
    partition_number integer     not null,
    primary key (group_id, host_id)
);
create index group_hosts_host on group_hosts (host_id);

alter table allocations add column group_id varchar(32);
alter table allocations add column partition_number integer default 0 not null;
create index allocations_group on allocations (group_id);

-- Kept with the instance: a group may be gone while a terminated instance is still shown.
alter table instances add column placement_group_id varchar(32);
alter table instances add column placement_group_name varchar(255);
alter table instances add column placement_partition integer;

-- Refusals are looked for by their code.
create index event_by_outcome on event (outcome, id);
