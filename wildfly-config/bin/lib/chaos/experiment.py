"""Faults one after another under a steady load: inject, hold, heal, wait until all is as before; then settle and check."""

import dataclasses
import random
import subprocess
import time

import faults
import host_faults
import invariants
import snapshot
import upgrade
from cloud import wait_until
from schedule import schedule
from timeline import STEP, WINDOW

# Calm before a fault, from which 'before' is measured; how long anything may take to be as before.
WARM_UP, CALM, RECOVERY_LIMIT, SETTLE_LIMIT = 20.0, 4.0, 150.0, 240.0
# These hold at every moment, not only at rest; they are looked at after each fault.
ALWAYS = ("no double allocation", "one reservation for each launch")


@dataclasses.dataclass
class Row:
    """One fault as the client saw it."""

    number: int
    fault: str
    target: str
    error_window: float
    throughput_back: float
    recovered_after: float
    slowdown: float
    rejoin: float | None
    recovered: bool
    errors: dict
    rate_before: float
    p95_before: float
    at: float


def kinds(cloud, options):
    """The kinds of fault that fit this cloud, of those that are wanted."""
    wanted = options.kinds
    there = upgrade.KINDS if options.upgrade else faults.KINDS + host_faults.KINDS
    fitting = [kind for kind in there if kind.applicable(cloud)]
    known = {kind.name for kind in fitting}
    unknown = set(wanted) - known
    if unknown:
        raise SystemExit(f"no such fault here: {', '.join(sorted(unknown))}; there are: {', '.join(sorted(known))}")
    # What takes long is for long runs, unless it is asked for.
    return [kind for kind in fitting if kind.name in wanted or not wanted and options.minutes >= getattr(kind, "least_minutes", 0)]


class Experiment:
    """The run; its rows grow while it lasts."""

    def __init__(self, cloud, environment, timeline, ledger, load, options, say):
        self.cloud, self.environment, self.timeline, self.ledger, self.load = cloud, environment, timeline, ledger, load
        self.options, self.say = options, say
        self.dice = random.Random(options.seed)
        self.rows, self.violations, self.transient = [], {}, []
        self.calm_since = 0.0

    def run(self):
        begun = time.monotonic()
        self.load.start()
        try:
            time.sleep(WARM_UP)
            self.calm_since = begun + WARM_UP / 2
            self.inject_all(begun + self.options.minutes * 60)
        finally:
            self.load.stop()
        self.settle()

    def inject_all(self, end):
        for kind in schedule(kinds(self.cloud, self.options), self.dice):
            if time.monotonic() >= end or (self.options.faults and len(self.rows) >= self.options.faults):
                return
            try:
                row = self.one(kind(self.cloud, self.dice), len(self.rows) + 1)
            except faults.NotNow as e:
                self.say(f"{kind.name} is left out: {e}")
                continue
            except (RuntimeError, OSError, subprocess.TimeoutExpired) as e:
                # What could not be repaired spoils whatever comes after it; what there is is still checked.
                self.transient.append(f"fault {len(self.rows) + 1} ({kind.name}) ended the run: {e}")
                self.say(self.transient[-1])
                return
            self.rows.append(row)
            self.say(f"{row.number:3} {row.fault} of {row.target}: errors for {row.error_window:.1f} s,"
                     f" as before after {row.recovered_after:.1f} s{'' if row.recovered else ': NOT RECOVERED'}")
            self.look_at_what_always_holds(row)
            time.sleep(CALM)

    def one(self, fault, number):
        begun = time.monotonic()
        before = self.timeline.figures(max(self.calm_since, begun - 30), begun)
        try:
            fault.inject()
            time.sleep(fault.hold)
        finally:
            fault.heal()
        # What happens at once and heals at once is looked at for a whole window, too: calm before it is no calm after it.
        time.sleep(max(0.0, begun + WINDOW + STEP - time.monotonic()))
        recovered = wait_until(lambda: fault.recovered() and self.is_calm(before), RECOVERY_LIMIT, 0.5)
        end = time.monotonic()
        self.calm_since = end - WINDOW
        line = self.timeline
        back = line.recovered_after(begun, end, before)
        throughput = line.recovered_after(begun, end, before, latency=False)
        meanwhile = line.figures(begun, begun + max(back, WINDOW))
        slowdown = meanwhile.mean / before.mean if before.mean and meanwhile.mean else float("inf")
        return Row(number, fault.name, fault.target, line.error_window(begun, end), throughput, back, slowdown, fault.rejoin,
                   recovered, line.errors(begun, end), before.rate, before.p95, begun)

    def is_calm(self, before):
        return self.timeline.as_before(time.monotonic(), before)

    def look_at_what_always_holds(self, row):
        acknowledged = self.ledger.so_far()
        look = snapshot.Snapshot(snapshot.database(self.cloud, ""), {}, {}, set(), [], [])
        for name in ALWAYS:
            for violation in invariants.ALL[name](look, acknowledged):
                self.transient.append(f"after fault {row.number} ({row.fault}): {name}: {violation}")

    def settle(self):
        """Waits until nothing is under way, then until nothing is violated; what still is, is."""
        end = time.monotonic() + SETTLE_LIMIT
        self.say("the load has ended; settling ...")
        wait_until(self.is_at_rest, SETTLE_LIMIT, 1)
        while True:
            self.violations = invariants.check(snapshot.take(self.cloud, self.environment), self.ledger)
            if not any(self.violations.values()) or time.monotonic() > end:
                break
            time.sleep(5)
        self.violations["held at every look"] = self.transient

    def is_at_rest(self):
        return not self.restless()

    def restless(self):
        """What is still under way."""
        return self.cloud.sql(
            "select concat_ws(' ', id, state, 'wanted', desired, 'seen', observed_power, 'settled', settled) from instances"
            " where state not in ('RUNNING', 'STOPPED', 'TERMINATED') or not settled;"
            "select concat_ws(' ', kind, resource, 'attempts', attempts, 'until', deadline) from node_commands"
            " where open_resource is not null;")
