alter table instances add column client_token varchar(64);
update instances set client_token = (select r.client_token from reservations r where r.id = instances.reservation_id);
