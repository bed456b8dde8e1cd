-- A display that somebody wants to see: asked for, and answered by the host within seconds. Removed within a minute.
create table screenshots (
    id           varchar(32)   primary key,
    instance_id  varchar(32)   not null,
    host_id      varchar(32)   not null,
    wake_up      boolean       not null,
    requested_at timestamp(6) with time zone not null,
    image        text,
    problem      varchar(1024),
    hopeless     boolean       not null,
    version      bigint        not null
);
create index screenshots_instance on screenshots (instance_id, requested_at);
create index screenshots_requested on screenshots (requested_at);
