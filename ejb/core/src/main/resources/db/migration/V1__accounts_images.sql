-- Who uses the cloud, how they prove it, what they own beside instances, and what was done.
-- Common to H2 and PostgreSQL.

create table account (
  id varchar(12) not null primary key,
  name varchar(30) not null,
  -- The name in lower case: names that differ in case only are the same name.
  name_key varchar(30) not null,
  administrator boolean not null,
  created_at timestamp(6) with time zone not null,
  version integer not null,
  constraint account_name_unique unique (name_key)
);

create table cloud_user (
  id varchar(32) not null primary key,
  account_id varchar(12) not null,
  name varchar(30) not null,
  name_key varchar(30) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null,
  constraint cloud_user_account foreign key (account_id) references account (id),
  constraint cloud_user_name_unique unique (account_id, name_key)
);

create table access_key (
  id varchar(32) not null primary key,
  user_id varchar(32) not null,
  -- Sealed with the master key, never plain.
  sealed_secret varchar(512) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  last_used_at timestamp(6) with time zone,
  version integer not null,
  constraint access_key_user foreign key (user_id) references cloud_user (id)
);
create index access_key_by_user on access_key (user_id);

create table certificate (
  -- SHA-256 of the DER form, lower-case hex.
  fingerprint varchar(64) not null primary key,
  user_id varchar(32) not null,
  pem varchar(8000) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  version integer not null,
  constraint certificate_user foreign key (user_id) references cloud_user (id)
);
create index certificate_by_user on certificate (user_id);

-- Signed messages that were seen: the unique key is what refuses a second use.
create table soap_replay (
  digest varchar(128) not null primary key,
  expires_at timestamp(6) with time zone not null
);
create index soap_replay_by_expiry on soap_replay (expires_at);

create table key_pair (
  id varchar(24) not null primary key,
  account_id varchar(12) not null,
  name varchar(255) not null,
  key_type varchar(16) not null,
  fingerprint varchar(64) not null,
  public_key varchar(4000) not null,
  created_at timestamp(6) with time zone not null,
  constraint key_pair_account foreign key (account_id) references account (id),
  constraint key_pair_name_unique unique (account_id, name)
);

create table image (
  id varchar(24) not null primary key,
  account_id varchar(12) not null,
  name varchar(128) not null,
  description varchar(255),
  kind varchar(16) not null,
  state varchar(16) not null,
  architecture varchar(16) not null,
  disk_format varchar(16) not null,
  kernel_id varchar(24),
  ramdisk_id varchar(24),
  root_device_name varchar(32) not null,
  public_launch boolean not null,
  size_bytes bigint not null,
  -- Size of the disk that the guest sees.
  virtual_bytes bigint not null,
  sha256 varchar(64) not null,
  location varchar(1024) not null,
  created_at timestamp(6) with time zone not null,
  version integer not null,
  constraint image_account foreign key (account_id) references account (id),
  constraint image_kernel foreign key (kernel_id) references image (id),
  constraint image_ramdisk foreign key (ramdisk_id) references image (id),
  constraint image_name_unique unique (account_id, name)
);

create table image_launch_permission (
  image_id varchar(24) not null,
  account_id varchar(12) not null,
  primary key (image_id, account_id),
  constraint image_launch_permission_image foreign key (image_id) references image (id),
  constraint image_launch_permission_account foreign key (account_id) references account (id)
);
create index image_launch_permission_by_account on image_launch_permission (account_id);

create table quota (
  account_id varchar(12) not null,
  name varchar(64) not null,
  max_value integer not null,
  version integer not null,
  primary key (account_id, name),
  constraint quota_account foreign key (account_id) references account (id)
);

-- One row for every change and every refusal; never updated.
create sequence event_seq start with 1 increment by 50;
create table event (
  id bigint not null primary key,
  happened_at timestamp(6) with time zone not null,
  request_id varchar(64) not null,
  account_id varchar(12) not null,
  user_name varchar(64) not null,
  credential varchar(128) not null,
  source_address varchar(64) not null,
  protocol varchar(16) not null,
  action varchar(96) not null,
  resources varchar(4000) not null,
  -- 'applied', or the error code of a refusal.
  outcome varchar(64) not null,
  detail varchar(1000),
  before_state varchar(4000),
  after_state varchar(4000)
);
create index event_by_account on event (account_id, id);
create index event_by_time on event (happened_at);
create index event_by_request on event (request_id);
