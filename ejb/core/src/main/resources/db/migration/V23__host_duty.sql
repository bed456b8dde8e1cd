-- Whether a host is in service, is being emptied, or is out of service, since when and by whose request; beside how well it
-- is heard and what is done when it fails. Servers from before this read hosts.enabled only: it is written along.
alter table hosts add column duty varchar(16) default 'IN_SERVICE' not null;
alter table hosts add column duty_since timestamp(6) with time zone;
alter table hosts add column duty_by varchar(64);
-- what becomes of instances that cannot be moved while they run: LEAVE or STOP
alter table hosts add column duty_rest varchar(8);
