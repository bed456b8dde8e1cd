-- What accounts use of things that are limited: the sum of an account's entries. A change adds an entry and waits for nobody;
-- entries are summed up into one from time to time. See ADR 19.
create sequence usage_entry_seq start with 1 increment by 50;

create table usage_entries (
    id         bigint      primary key,
    account_id varchar(12) not null,
    quota      varchar(64) not null,
    amount     bigint      not null
);
create index usage_entries_account on usage_entries (account_id, quota, amount);

-- The sequence gives no numbers below 1.
insert into usage_entries (id, account_id, quota, amount)
    select -2 * row_number() over (order by account_id), account_id, 'instances', n
    from (select account_id, count(*) as n from instances where terminated_at is null group by account_id) as used;
insert into usage_entries (id, account_id, quota, amount)
    select 1 - 2 * row_number() over (order by account_id), account_id, 'vcpus', n
    from (select account_id, sum(vcpus) as n from instances where terminated_at is null group by account_id) as used;

drop index instances_usage;
