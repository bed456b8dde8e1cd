"""One look at everything that must agree: the database, what the API shows, what the hosts have."""

import dataclasses
import json
import re

from client import make

TABLES = {
    "hosts": "select id, name, cores, memory_mib, disk_gib, used_cores, used_memory_mib, used_disk_gib from hosts",
    "allocations": "select consumer_id, host_id, cores, memory_mib, disk_gib from allocations",
    "instances": "select id, account_id, reservation_id, host_id, lower(state) as state, desired, settled, vcpus, observed_power,"
                 " coalesce(reason_code, '') as reason from instances",
    "interfaces": "select id, attached_to, mac, address from network_interfaces",
    "addresses": "select address, interface_id from subnet_addresses where interface_id is not null",
    "reservations": "select id, account_id, client_token from reservations where client_token is not null",
    "commands": "select id, resource, kind, deadline < now() as overdue from node_commands where open_resource is not null",
    "doubled_commands": "select open_resource, count(*) from node_commands where open_resource is not null"
                        " group by open_resource having count(*) > 1",
    "quotas": "select account_id, name, max_value from quota",
    "usage": "select account_id, quota, sum(amount)::bigint as amount from usage_entries group by account_id, quota",
    "events": "select request_id from event where outcome = 'applied'",
}
MAC = r"(?:[0-9a-f]{2}:){5}[0-9a-f]{2}"
QUOTA_DEFAULTS = {"instances": 100, "vcpus": 400}


@dataclasses.dataclass
class Domain:
    """What a host has under an instance's name; traces are leftovers beside the domain: disk, tap, lease."""

    host: str
    name: str
    running: bool
    addresses: tuple = ()


@dataclasses.dataclass
class Snapshot:
    """Rows by table, instances by id as the API shows them, and what the hosts have."""

    tables: dict
    shown: dict
    tags: dict
    names: set
    domains: list
    traces: list

    def rows(self, table):
        return self.tables[table]

    def live(self):
        return {row["id"]: row for row in self.rows("instances") if row["state"] != "terminated"}

    def host_names(self):
        return {row["id"]: row["name"] for row in self.rows("hosts")}


def take(cloud, environment, planted=""):
    """The cloud as it is. Planted SQL is seen by this look alone: its transaction is rolled back."""
    tables = database(cloud, planted)
    ec2 = make(environment)
    shown = {each["InstanceId"]: each
             for page in ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 500})
             for reservation in page["Reservations"]
             for each in [{**instance, "ReservationId": reservation["ReservationId"]}
                          for instance in reservation["Instances"]]}
    tags = {}
    for page in ec2.get_paginator("describe_tags").paginate(PaginationConfig={"PageSize": 500}):
        for tag in page["Tags"]:
            tags.setdefault(tag["ResourceId"], {})[tag["Key"]] = tag["Value"]
    names = {("key-pair", each["KeyName"]) for each in ec2.describe_key_pairs()["KeyPairs"]}
    names |= {("placement-group", each["GroupName"]) for each in ec2.describe_placement_groups()["PlacementGroups"]}
    domains, traces = lab(cloud) if cloud.is_lab else (simulated(cloud), [])
    return Snapshot(tables, shown, tags, names, domains, traces)


def database(cloud, planted):
    text = ["begin isolation level repeatable read;", planted]
    for name, select in TABLES.items():
        text.append(f"select jsonb_build_object('name', '{name}', 'rows', coalesce(jsonb_agg(t), '[]')) from ({select}) t;")
    text.append("rollback;")
    found = [json.loads(line) for line in cloud.sql("\n".join(text)) if line.startswith("{")]
    return {each["name"]: each["rows"] for each in found}


def simulated(cloud):
    return [Domain(each["host"], each["instanceId"], each["state"] == "RUNNING", tuple(each["addresses"]))
            for each in cloud.simulator("GET", "/*/domains")]


def lab(cloud):
    """Domains by libvirt, the rest by what lies on the host: an orphan is what nobody would look for."""
    domains, traces = [], []
    for number in range(1, cloud.hosts + 1):
        host, agent = f"host-{number}", cloud.host_directory(number) / "agent"
        told = dhcp(agent)
        taps = []
        for name in cloud.virsh(number, "list", "--all", "--name").split():
            running = cloud.virsh(number, "domstate", name).strip() == "running"
            interfaces = cloud.virsh(number, "domiflist", name)
            macs = re.findall(MAC, interfaces)
            taps += [interfaces.split()[0]] if macs else []
            domains.append(Domain(host, name, running, tuple(told[mac] for mac in macs if mac in told)))
        traces += [("directory", host, place.name) for place in (agent / "instances").glob("i-*")]
        links = cloud.lab_host("exec", number, "ip", "-o", "link", "show", "master", "br0")
        traces += [("tap", host, name) for name in re.findall(r"^\d+: (j[0-9a-f]+)[@:]", links, re.M)]
        traces += [("lease", host, mac) for mac in told]
        traces += [("tap of a domain", host, tap) for tap in taps]
    return domains, traces


def dhcp(agent):
    """Address by MAC, as the host's DHCP server is told and as it remembers its leases."""
    told = {}
    for file in (agent / "network/dhcp-hosts", agent / "network/dnsmasq.leases"):
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
            mac, address = re.search(MAC, line), re.search(r"\b10\.\d+\.\d+\.\d+\b", line)
            if mac and address:
                told[mac.group()] = address.group()
    return told
