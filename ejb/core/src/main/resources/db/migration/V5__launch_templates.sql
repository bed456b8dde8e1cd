-- Launch templates and their versions, which never change.
create table launch_templates (
    id              varchar(32)  primary key,
    account_id      varchar(12)  not null references account (id),
    name            varchar(128) not null,
    created_at      timestamp(6) with time zone not null,
    created_by      varchar(128) not null,
    default_version bigint       not null,
    latest_version  bigint       not null,
    -- the highest number ever given: numbers of deleted versions do not come back
    last_number     bigint       not null,
    version         bigint       not null,
    constraint launch_templates_name unique (account_id, name)
);

create table launch_template_versions (
    template_id    varchar(32)  not null references launch_templates (id) on delete cascade,
    version_number bigint       not null,
    description    varchar(255),
    created_at     timestamp(6) with time zone not null,
    created_by     varchar(128) not null,
    -- JSON
    content        text         not null,
    primary key (template_id, version_number)
);

-- Client tokens that were used: the same token must come with the same request.
create table launch_template_requests (
    account_id     varchar(12)  not null,
    action         varchar(64)  not null,
    client_token   varchar(64)  not null,
    request_digest varchar(64)  not null,
    template_id    varchar(32)  not null references launch_templates (id) on delete cascade,
    version_number bigint       not null,
    created_at     timestamp(6) with time zone not null,
    primary key (account_id, action, client_token)
);
create index launch_template_requests_template on launch_template_requests (template_id);
