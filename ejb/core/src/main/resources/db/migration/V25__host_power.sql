-- Whether a host is awake, and how it is woken. The number grows with each change that the host is told; see ADR 18.
alter table hosts add column power varchar(16) default 'AWAKE' not null;
alter table hosts add column power_since timestamp(6) with time zone;
alter table hosts add column power_number bigint default 0 not null;
-- of the interface that a magic packet wakes it by; none: it cannot sleep
alter table hosts add column wake_mac varchar(17);
alter table hosts add column wake_tried_at timestamp(6) with time zone;
-- since when nothing has had room there; none: something has
alter table hosts add column idle_since timestamp(6) with time zone;
