-- A page of an account's instances is a stretch of this index.
create index instances_listed on instances (account_id, reservation_id, launch_index);

-- What an account uses is counted in this index alone.
create index instances_usage on instances (account_id, terminated_at, vcpus);
