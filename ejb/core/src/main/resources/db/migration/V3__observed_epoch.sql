-- A host that was set up anew counts its incarnations from the beginning: the epoch, counted here, comes before them.
alter table instances add column observed_epoch integer default 0 not null;
