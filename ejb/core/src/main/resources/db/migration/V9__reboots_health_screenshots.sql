-- A reboot is the wish's generation that asked for it; a host tells for which generation it last began a run.
alter table instances add column reboot_generation bigint default 0 not null;
alter table instances add column observed_boot_generation bigint default 0 not null;
alter table instances add column booted_at timestamp(6) with time zone;
-- What it means when the guest switches itself off: STOP or TERMINATE.
alter table instances add column shutdown_behavior varchar(16) default 'STOP' not null;
