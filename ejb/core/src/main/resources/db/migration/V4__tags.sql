-- What accounts have written on resources: their own, and others' that they may see.
-- One row per tagged resource: whoever changes its tags locks it, so that nobody miscounts them.
create table tagged_resources (
    account_id    varchar(12) not null,
    resource_id   varchar(64) not null,
    resource_type varchar(64) not null,
    primary key (account_id, resource_id)
);
create index tagged_resources_resource on tagged_resources (resource_id);

create table tags (
    account_id  varchar(12)  not null,
    resource_id varchar(64)  not null,
    -- 128 and 256 characters; H2 counts those outside the basic plane twice
    tag_key     varchar(256) not null,
    tag_value   varchar(512) not null,
    primary key (account_id, resource_id, tag_key),
    constraint tags_tagged foreign key (account_id, resource_id)
        references tagged_resources (account_id, resource_id)
);
create index tags_resource on tags (resource_id);
