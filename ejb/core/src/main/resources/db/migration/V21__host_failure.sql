-- Who listens to hosts: a row per start of a server, refreshed every few seconds. Silence of hosts counts only while
-- somebody listened.
create table host_listeners (
    owner    varchar(160) primary key,
    since_at timestamp(6) with time zone not null,
    noted_at timestamp(6) with time zone not null
);

-- One row, 'hosts': too many hosts vanished together, so that nothing is fenced.
create table host_brakes (
    name   varchar(16)   primary key,
    since_at timestamp(6) with time zone,
    reason varchar(1024)
);

-- What the cloud does about a host, beside how well the host is heard.
alter table hosts add column standing varchar(16) default 'ACTIVE' not null;
alter table hosts add column standing_since timestamp(6) with time zone;
alter table hosts add column standing_by varchar(160);
alter table hosts add column standing_reason varchar(1024);
-- epoch of the lease under which a server decided so; 0: an administrator did, or nobody
alter table hosts add column standing_lease bigint default 0 not null;
alter table hosts add column fence_tried_at timestamp(6) with time zone;
-- where the disks of its instances lie if that is shared with other hosts
alter table hosts add column storage_id varchar(64);

-- How a host can be switched off. The secret is sealed.
create table host_fences (
    host_id    varchar(32)  primary key references hosts (id) on delete cascade,
    method     varchar(16)  not null,
    address    varchar(255) not null,
    user_name  varchar(64),
    secret     varchar(4096),
    updated_at timestamp(6) with time zone not null
);

-- Where the instance's disk lies if hosts share it; whether it may be started elsewhere when its host has failed.
alter table instances add column storage_id varchar(64);
alter table instances add column auto_recovery varchar(16) default 'DEFAULT' not null;
create index instances_storage on instances (storage_id);
