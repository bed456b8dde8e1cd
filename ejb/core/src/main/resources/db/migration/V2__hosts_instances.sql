-- Hosts, what they are told and what runs on them.
create table hosts (
    id               varchar(32)  primary key,
    name             varchar(64)  not null unique,
    zone             varchar(64)  not null,
    enabled          boolean      not null,
    epoch            integer      not null,
    version          bigint       not null,
    -- what the host offers, as it reported
    cores            integer      not null,
    memory_mib       integer      not null,
    disk_gib         integer      not null,
    hypervisor       varchar(32),
    agent_version    varchar(64),
    -- sums of the allocation rows, recomputed in the transaction that changes one
    used_cores       integer      not null,
    used_memory_mib  integer      not null,
    used_disk_gib    integer      not null,
    -- what was last heard
    incarnation      bigint       not null,
    report_sequence  bigint       not null,
    inventory_digest varchar(64),
    last_seen        timestamp(6) with time zone,
    inventory_at     timestamp(6) with time zone,
    enrolled_at      timestamp(6) with time zone not null
);

create table enrolment_tokens (
    token_hash  varchar(64)  primary key,
    host_name   varchar(64)  not null,
    expires_at  timestamp(6) with time zone not null,
    used_at     timestamp(6) with time zone
);

-- Read by the broker itself when a host connects.
create table node_credential (
    host_id     varchar(32) primary key references hosts (id) on delete cascade,
    secret_hash varchar(64) not null,
    salt        varchar(64) not null
);

create table allocations (
    consumer_id varchar(32) primary key,
    host_id     varchar(32) not null references hosts (id),
    cores       integer     not null,
    memory_mib  integer     not null,
    disk_gib    integer     not null,
    created_at  timestamp(6) with time zone not null
);
create index allocations_host on allocations (host_id);

-- Outbox: written with the change that causes it, sent after the commit and again until answered.
create table node_commands (
    id              varchar(40)  primary key,
    host_id         varchar(32)  not null references hosts (id) on delete cascade,
    resource        varchar(32)  not null,
    -- equals resource while the command is open: at most one open command per resource
    open_resource   varchar(32)  unique,
    generation      bigint       not null,
    kind            varchar(32)  not null,
    payload         text         not null,
    state           varchar(16)  not null,
    request_id      varchar(64)  not null,
    deadline        timestamp(6) with time zone not null,
    attempts        integer      not null,
    created_at      timestamp(6) with time zone not null,
    next_publish_at timestamp(6) with time zone,
    answered_at     timestamp(6) with time zone,
    outcome         varchar(1024),
    version         bigint       not null
);
create index node_commands_due on node_commands (next_publish_at);
create index node_commands_resource on node_commands (resource);

create table subnets (
    id           varchar(32) primary key,
    zone         varchar(64) not null unique,
    vpc_id       varchar(32) not null,
    cidr         varchar(18) not null,
    next_address bigint      not null,
    last_address bigint      not null,
    version      bigint      not null
);

-- One row per address that was ever handed out; a row without an interface is free.
create table subnet_addresses (
    address      bigint      primary key,
    subnet_id    varchar(32) not null references subnets (id),
    interface_id varchar(32) unique,
    released_at  timestamp(6) with time zone
);
create index subnet_addresses_free on subnet_addresses (subnet_id, released_at);

create table network_interfaces (
    id          varchar(32) primary key,
    account_id  varchar(12) not null,
    attached_to varchar(32) not null,
    subnet_id   varchar(32) not null references subnets (id),
    vpc_id      varchar(32) not null,
    mac         varchar(17) not null unique,
    address     varchar(15) not null unique,
    group_name  varchar(255) not null,
    created_at  timestamp(6) with time zone not null
);
create index network_interfaces_attached on network_interfaces (attached_to);

create table reservations (
    id                varchar(32)  primary key,
    account_id        varchar(12)  not null,
    client_token      varchar(64),
    request_digest    varchar(64)  not null,
    created_at        timestamp(6) with time zone not null,
    unique (account_id, client_token)
);

create table instances (
    id                   varchar(32)  primary key,
    reservation_id       varchar(32)  not null references reservations (id),
    account_id           varchar(12)  not null,
    launch_index         integer      not null,
    image_id             varchar(32)  not null,
    kernel_id            varchar(32),
    ramdisk_id           varchar(32),
    architecture         varchar(16)  not null,
    root_device_name     varchar(32)  not null,
    instance_type        varchar(32)  not null,
    vcpus                integer      not null,
    memory_mib           integer      not null,
    disk_gib             integer      not null,
    zone                 varchar(64)  not null,
    key_name             varchar(255),
    public_key           varchar(4096),
    user_data            text,
    host_id              varchar(32)  not null,
    placement_note       varchar(1024) not null,
    -- what should be
    desired              varchar(16)  not null,
    generation           bigint       not null,
    stop_grace_seconds   integer      not null,
    -- what was last seen
    observed_power       varchar(16)  not null,
    observed_generation  bigint       not null,
    observed_incarnation bigint       not null,
    observed_sequence    bigint       not null,
    observed_at          timestamp(6) with time zone,
    observed_detail      varchar(1024),
    missing_since        timestamp(6) with time zone,
    missing_reports      integer      not null,
    restarts             integer      not null,
    ever_ran             boolean      not null,
    -- a pure function of the two, stored to be searched
    state                varchar(16)  not null,
    reason_code          varchar(64),
    reason_message       varchar(1024),
    transition_reason    varchar(255),
    launched_at          timestamp(6) with time zone not null,
    deadline_at          timestamp(6) with time zone,
    settled              boolean      not null,
    terminated_at        timestamp(6) with time zone,
    next_attempt_at      timestamp(6) with time zone,
    request_id           varchar(64)  not null,
    version              bigint       not null
);
create index instances_due on instances (next_attempt_at);
create index instances_account on instances (account_id, id);
create index instances_reservation on instances (reservation_id);
create index instances_host on instances (host_id);

create table console_outputs (
    instance_id varchar(32) primary key,
    content     text        not null,
    taken_at    timestamp(6) with time zone not null
);
