-- Temporary access keys, made by GetSessionToken. They end with the access key that asked for them.
create table session_key (
  id varchar(32) not null primary key,
  access_key_id varchar(32) not null,
  -- Sealed with the master key, never plain.
  sealed_secret varchar(512) not null,
  -- SHA-256 of the session token, lower-case hex; the token itself is kept nowhere.
  token_hash varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  constraint session_key_access_key foreign key (access_key_id) references access_key (id)
    on delete cascade
);
create index session_key_by_access_key on session_key (access_key_id);
create index session_key_by_expiry on session_key (expires_at);
