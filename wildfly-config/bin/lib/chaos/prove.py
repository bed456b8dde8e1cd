"""The checker proves itself: each planted fault is reported by exactly its invariant, and a clean cloud by none."""

import contextlib

import invariants
import snapshot
from cloud import wait_until

STRANGER = "i-0123456789abcdef0"
# SQL that one look sees and nobody else: its transaction is rolled back. The constraints that would forbid it are
# taken away first. That is the point: the checker must not rely on what the database forbids.
PLANTED_ROWS = {
    "no double allocation": [
        ("an instance has allocations on two hosts", """
            alter table allocations drop constraint allocations_pkey;
            insert into allocations (consumer_id, host_id, cores, memory_mib, disk_gib, created_at)
              select a.consumer_id, h.id, 0, 0, 0, now() from allocations a join hosts h on h.id <> a.host_id limit 1;"""),
        ("more is allocated than a host offers", """
            update hosts set cores = 0 where id = (select host_id from allocations where cores > 0 limit 1);"""),
        ("a host's used figures differ from its rows", """
            update hosts set used_cores = used_cores + 1 where id = (select min(id) from hosts);"""),
    ],
    "allocation for each instance": [
        ("an instance has no allocation", """
            update allocations set cores = 0, memory_mib = 0, disk_gib = 0;
            update hosts set used_cores = 0, used_memory_mib = 0, used_disk_gib = 0;
            delete from allocations where consumer_id =
              (select id from instances where state = 'RUNNING' limit 1);"""),
    ],
    "no address twice": [
        ("two interfaces have one address", """
            alter table network_interfaces drop constraint network_interfaces_address_key;
            update network_interfaces set address = (select min(address) from network_interfaces);"""),
    ],
    "nothing stuck": [
        ("an instance stays pending", """
            update instances set settled = false where id = (select id from instances where state = 'RUNNING' limit 1);"""),
    ],
    "an event for each change": [
        ("an acknowledged change has no event", """
            delete from event where request_id = '{request}';"""),
    ],
    "one reservation for each launch": [
        ("a client token has two reservations", """
            alter table reservations drop constraint reservations_account_id_client_token_key;
            insert into reservations (id, account_id, client_token, request_digest, created_at)
              select 'r-0123456789abcdef0', account_id, client_token, request_digest, created_at from reservations
              where client_token = '{token}';"""),
    ],
    "no command overdue": [
        ("a command is open past its deadline", """
            update node_commands set open_resource = resource, state = 'OPEN', deadline = now() - interval '1 minute'
              where id = (select max(id) from node_commands);"""),
    ],
    "quotas kept": [
        ("an account is charged for what it does not have", """
            update usage_entries set amount = amount + 1 where id = (select min(id) from usage_entries);"""),
        ("an account uses more than its limit", """
            insert into quota (account_id, name, max_value, version)
              select account_id, 'instances', 0, 0 from instances where state = 'RUNNING' limit 1;"""),
    ],
}


class Proof:
    """What was planted, what was reported."""

    def __init__(self, cloud, environment, ledger, client, say):
        self.cloud, self.environment, self.ledger, self.client, self.say = cloud, environment, ledger, client, say
        self.failures = []

    def run(self):
        self.expect("a clean cloud", set())
        self.planted_rows()
        with self.lost_change() as what:
            self.expect(what, {"no acknowledged change lost"})
        with self.orphan() as what:
            self.expect(what, {"nothing orphaned on hosts"})
        with self.vanished() as what:
            self.expect(what, {"every instance on its host"})
        self.expect("the cloud after all that", set(), limit=60)
        return not self.failures

    def planted_rows(self):
        request = next(iter(self.ledger.changes))
        token = next(each.token for each in self.ledger.launches.values() if each.reservation)
        for invariant, plants in PLANTED_ROWS.items():
            for what, sql in plants:
                self.expect(what, {invariant}, sql.format(request=request, token=token))

    def expect(self, what, invariants_wanted, sql="", limit=0):
        """Looks once, or until it is as expected: hosts need a moment."""
        reported = {}

        def as_expected():
            reported.clear()
            found = invariants.check(snapshot.take(self.cloud, self.environment, sql), self.ledger)
            reported.update({name: violated for name, violated in found.items() if violated})
            return set(reported) == invariants_wanted

        right = wait_until(as_expected, limit, 1)
        names = ", ".join(f"'{name}'" for name in reported) or "nothing"
        self.say(f"{'ok   ' if right else 'WRONG'} {what}: reported by {names}")
        if not right:
            wanted = ", ".join(sorted(invariants_wanted)) or "nothing"
            self.failures.append(f"{what}: should be reported by {wanted}, and was by {reported}")

    def running(self):
        return next(each for each, machine in self.ledger.machines.items() if machine.wish == "running" and machine.certain)

    @contextlib.contextmanager
    def lost_change(self):
        """A tag that was acknowledged is deleted behind the ledger's back."""
        instance, tag = self.running(), {"Key": "planted", "Value": "1"}
        self.client.ec2.create_tags(Resources=[instance], Tags=[tag])
        self.ledger.machines[instance].tags["planted"] = "1"
        self.client.ec2.delete_tags(Resources=[instance], Tags=[tag])
        yield "an acknowledged tag is not there"
        del self.ledger.machines[instance].tags["planted"]

    @contextlib.contextmanager
    def orphan(self):
        """A host runs a domain that nobody ordered."""
        self.cloud.simulator("POST", "/sim-1/domains", {"instanceId": STRANGER})
        yield "a host runs a domain of nobody"
        self.cloud.simulator("DELETE", "/sim-1/domains", {"instanceId": STRANGER})

    @contextlib.contextmanager
    def vanished(self):
        """A running instance's domain is gone, and nobody was told; the cloud will find out and run it again."""
        instance = self.running()
        host = next(domain.host for domain in snapshot.simulated(self.cloud) if domain.name == instance)
        self.cloud.simulator("DELETE", f"/{host}/domains", {"instanceId": instance})
        yield "an instance's domain has vanished"
        self.cloud.simulator("POST", f"/{host}/domains", {"instanceId": instance})

