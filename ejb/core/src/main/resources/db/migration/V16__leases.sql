-- Work that only one server may do at a time. The epoch grows with each change of owner, and whenever an owner that was
-- late takes it up again: what was begun under an older epoch can write nothing.
create table leases (
    name     varchar(64)  primary key,
    owner    varchar(160) not null,
    epoch    bigint       not null,
    until_at timestamp(6) with time zone not null
);
