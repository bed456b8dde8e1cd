-- The sizes in which instances are offered; an instance keeps the size it was launched with.
create table instance_types (
    name        varchar(32) primary key,
    vcpus       integer     not null,
    memory_mib  integer     not null,
    disk_gib    integer     not null,
    enabled     boolean     not null,
    version     integer     not null
);
insert into instance_types (name, vcpus, memory_mib, disk_gib, enabled, version) values
    ('m1.small', 1, 256, 2, true, 0),
    ('c1.medium', 2, 512, 5, true, 0),
    ('m1.large', 2, 1024, 10, true, 0),
    ('m1.xlarge', 2, 2048, 10, true, 0),
    ('c1.xlarge', 4, 4096, 20, true, 0),
    ('t2.nano', 1, 512, 8, true, 0),
    ('t2.micro', 1, 1024, 8, true, 0),
    ('t3.micro', 2, 1024, 8, true, 0),
    ('t3.small', 2, 2048, 8, true, 0),
    ('t3.medium', 2, 4096, 16, true, 0),
    ('m5.large', 2, 8192, 32, true, 0);

-- What owners choose for an instance beside its launch.
alter table instances add column disable_api_termination boolean default false not null;
alter table instances add column disable_api_stop boolean default false not null;
alter table instances add column monitored boolean default false not null;
