"""What must hold of every cloud at rest. Each is a pure function of a snapshot and the ledger: what violates it."""

import collections
import ipaddress

from snapshot import QUOTA_DEFAULTS

AT_REST = {"running", "stopped", "terminated"}


def no_double_allocation(look, _ledger):
    found = []
    counts = collections.Counter(row["consumer_id"] for row in look.rows("allocations"))
    found += [f"{consumer} has {count} allocations" for consumer, count in counts.items() if count > 1]
    for host in look.rows("hosts"):
        mine = [row for row in look.rows("allocations") if row["host_id"] == host["id"]]
        for what in ("cores", "memory_mib", "disk_gib"):
            total = sum(row[what] for row in mine)
            if total > host[what]:
                found.append(f"{host['name']} offers {host[what]} {what}, and {total} are allocated")
            if total != host["used_" + what]:
                found.append(f"{host['name']} counts {host['used_' + what]} {what} as used, its rows say {total}")
    return found


def allocation_for_each_instance(look, _ledger):
    live = look.live()
    places = {(row["consumer_id"], row["host_id"]) for row in look.rows("allocations")}
    found = [f"{each} is {row['state']} and has no allocation on its host"
             for each, row in live.items() if (each, row["host_id"]) not in places]
    found += [f"{consumer} holds room and is no live instance" for consumer, _ in places if consumer not in live]
    return found


def no_address_twice(look, _ledger):
    live, found = look.live(), []
    counts = collections.Counter(row["address"] for row in look.rows("interfaces"))
    found += [f"{address} belongs to {count} interfaces" for address, count in counts.items() if count > 1]
    by_number = {row["interface_id"]: str(ipaddress.ip_address(row["address"])) for row in look.rows("addresses")}
    for row in look.rows("interfaces"):
        if by_number.pop(row["id"], None) != row["address"]:
            found.append(f"interface {row['id']} has {row['address']}, and the subnet gave it another or none")
        if row["attached_to"] not in live:
            found.append(f"interface {row['id']} keeps {row['address']} for {row['attached_to']}, which is no live instance")
    found += [f"{address} is taken for {interface}, which is not there" for interface, address in by_number.items()]
    on_hosts = collections.Counter(address for domain in look.domains for address in domain.addresses)
    found += [f"{address} is given to {count} domains" for address, count in on_hosts.items() if count > 1]
    given = {(row["attached_to"], row["address"]) for row in look.rows("interfaces")}
    found += [f"{domain.name} has {address} on {domain.host}, which is not its own"
              for domain in look.domains if domain.name in live
              for address in domain.addresses if (domain.name, address) not in given]
    return found


def nothing_stuck(look, _ledger):
    found = [f"{each} is {row['state']} (wanted {row['desired']}, seen {row['observed_power']})"
             for each, row in look.live().items() if row["state"] not in AT_REST or not row["settled"]]
    return found + [f"the API shows {each} as {shown['State']['Name']}"
                    for each, shown in look.shown.items() if shown["State"]["Name"] not in AT_REST]


def no_acknowledged_change_lost(look, ledger):
    found = []
    for each, machine in ledger.machines.items():
        state = look.shown[each]["State"]["Name"] if each in look.shown else "not there"
        if machine.certain and state != machine.wish:
            why = look.shown.get(each, {}).get("StateReason", {}).get("Message", "")
            found.append(f"{each} was acknowledged as {machine.wish} and is {state} {why}".rstrip())
        if not machine.certain and state == "not there":
            found.append(f"{each} was acknowledged and is not there")
        if machine.certain and machine.wish == "terminated":
            continue
        tags = look.tags.get(each, {})
        found += [f"tag {key} of {each} was acknowledged as {value} and is {tags.get(key)}"
                  for key, value in machine.tags.items() if key not in machine.uncertain_tags and tags.get(key) != value]
        found += [f"tag {key} of {each} was deleted and is there"
                  for key in tags if key not in machine.tags and key not in machine.uncertain_tags]
    for name, there in ledger.names.items():
        if there is not None and (name in look.names) != there:
            found.append(f"{name[0]} {name[1]} was {'created and is not there' if there else 'deleted and is there'}")
    return found


def an_event_for_each_change(look, ledger):
    told = {row["request_id"] for row in look.rows("events")}
    return [f"{action}, request {request}, was acknowledged and has no event"
            for request, action in ledger.changes.items() if request not in told]


def no_contradicting_answer(_look, ledger):
    return list(ledger.contradictions)


def nothing_orphaned_on_hosts(look, _ledger):
    live, names = look.live(), look.host_names()
    macs = {row["mac"]: row["attached_to"] for row in look.rows("interfaces")}
    found = []
    for domain in look.domains:
        if domain.name not in live:
            found.append(f"{domain.host} has domain {domain.name}, which is no live instance")
        elif names.get(live[domain.name]["host_id"]) != domain.host:
            found.append(f"{domain.host} has domain {domain.name}, which belongs to another host")
    used = {(host, name) for kind, host, name in look.traces if kind == "tap of a domain"}
    for kind, host, name in look.traces:
        owner = name if kind == "directory" else macs.get(name)
        if kind == "tap" and (host, name) not in used:
            found.append(f"{host} has tap {name}, which no domain uses")
        elif kind in ("directory", "lease") and (owner not in live or names.get(live[owner]["host_id"]) != host):
            found.append(f"{host} has {kind} {name}, which is no live instance's")
    return found


def every_instance_on_its_host(look, _ledger):
    names = look.host_names()
    running = {(domain.name, domain.host) for domain in look.domains if domain.running}
    found = [f"{each} is running and {names.get(row['host_id'])} does not run it"
             for each, row in look.live().items()
             if row["state"] == "running" and (each, names.get(row["host_id"])) not in running]
    return found + [f"{name} is {look.live()[name]['state']} and runs on {host}" for name, host in running
                    if name in look.live() and look.live()[name]["state"] == "stopped"]


def quotas_kept(look, ledger):
    limits = {(row["account_id"], row["name"]): row["max_value"] for row in look.rows("quotas")}
    found, used = [], {}
    for row in look.live().values():
        mine = used.setdefault(row["account_id"], {"instances": 0, "vcpus": 0})
        mine["instances"] += 1
        mine["vcpus"] += row["vcpus"]
    entered = {(row["account_id"], row["quota"]): row["amount"] for row in look.rows("usage")}
    for account, name in sorted(entered.keys() | {(account, name) for account in used for name in QUOTA_DEFAULTS}):
        there = used.get(account, {}).get(name, 0)
        if entered.get((account, name), 0) != there:
            found.append(f"account {account} is charged for {entered.get((account, name), 0)} {name} and has {there}")
    for account, sums in used.items():
        for name, total in sums.items():
            limit = limits.get((account, name), QUOTA_DEFAULTS[name])
            if total > limit:
                found.append(f"account {account} uses {total} {name}, its limit is {limit}")
    ours = {row["account_id"] for row in look.rows("instances") if row["id"] in ledger.machines}
    shown = sum(1 for each in look.shown.values() if each["State"]["Name"] != "terminated")
    rows = sum(used.get(account, {"instances": 0})["instances"] for account in ours)
    if shown != rows:
        found.append(f"the API shows {shown} live instances, and {rows} rows are charged")
    return found


def one_reservation_for_each_launch(look, ledger):
    found = []
    by_token = collections.defaultdict(list)
    for row in look.rows("reservations"):
        by_token[row["client_token"]].append(row["id"])
    members = collections.defaultdict(set)
    for row in look.rows("instances"):
        members[row["reservation_id"]].add(row["id"])
    for token, launch in ledger.launches.items():
        made = by_token.get(token, [])
        if launch.reservation and made != [launch.reservation]:
            found.append(f"launch {token} was answered with {launch.reservation}, and its reservations are {made}")
        elif len(made) > 1:
            found.append(f"launch {token} has {len(made)} reservations")
        for each in made:
            if len(members[each]) != launch.count:
                found.append(f"launch {token} asked for {launch.count}, and {each} has {len(members[each])} instances")
        if launch.reservation and set(launch.instances) != members[launch.reservation]:
            found.append(f"launch {token} was answered with other instances than its reservation has")
        if launch.refused and made:
            found.append(f"launch {token} was refused ({launch.refused}) and has reservation {made}")
    return found


def no_command_overdue(look, _ledger):
    found = [f"command {row['id']} ({row['kind']} of {row['resource']}) is open past its deadline"
             for row in look.rows("commands") if row["overdue"]]
    return found + [f"{row['open_resource']} has {row['count']} open commands" for row in look.rows("doubled_commands")]


ALL = {check.__name__.replace("_", " "): check for check in (
    no_double_allocation, allocation_for_each_instance, no_address_twice, nothing_stuck, no_acknowledged_change_lost,
    an_event_for_each_change, no_contradicting_answer, nothing_orphaned_on_hosts, every_instance_on_its_host, quotas_kept,
    one_reservation_for_each_launch, no_command_overdue)}


def check(look, ledger):
    """Violations by the name of the invariant; an empty list means that it holds."""
    return {name: violated(look, ledger) for name, violated in ALL.items()}
