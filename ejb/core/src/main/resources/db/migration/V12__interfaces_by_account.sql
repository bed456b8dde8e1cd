-- Questions about very many instances read all interfaces of the account.
create index network_interfaces_account on network_interfaces (account_id);
