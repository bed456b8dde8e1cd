-- The newest version of messages that the host's agent understands; agents of version 1 do not say it.
alter table hosts add column message_version integer default 1 not null;
