"""Fault injection on a running cloud: main.py --root DIR --data DIR --out DIR [--prove | --minutes N ...].

Exit code 0: no invariant is violated and all gates are met; 1: not so.
"""

import argparse
import math
import os
import pathlib
import random
import signal
import subprocess
import sys
import threading
import time

import experiment
import report
from client import Client
from cloud import Cloud, wait_until
from experiment import Experiment
from ledger import Ledger
from load import Load, Size
from prove import Proof
from timeline import Timeline

ACCOUNT = "chaos"


def arguments():
    parser = argparse.ArgumentParser(prog="chaos")
    for name in ("--root", "--data", "--out"):
        parser.add_argument(name, required=True, type=pathlib.Path)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("--seed", default=str(random.randrange(1 << 32)))
    parser.add_argument("--kinds", type=lambda text: [each for each in text.split(",") if each], default=[])
    parser.add_argument("--prove", action="store_true")
    parser.add_argument("--upgrade", action="store_true")
    return parser.parse_args()


def say(text):
    print(f"jarrah: {text}", file=sys.stderr, flush=True)


def new_load(cloud, environment, timeline, ledger, seed):
    # Emulated guests take a core each to boot: few of them, and seldom a new one.
    size = Size(workers=4, most=1, rate=10.0, churn=0.25) if cloud.is_lab else Size(workers=6, most=6, rate=20.0, churn=1.0)
    return Load(environment, timeline, ledger, size, seed)


def circumstances(cloud, options):
    commit = subprocess.run(["git", "-C", str(options.root), "rev-parse", "--short", "HEAD"], capture_output=True, text=True,
                            check=False).stdout.strip()
    return {"at": time.strftime("%FT%RZ", time.gmtime()), "commit": commit or "unknown", "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1), "servers": cloud.servers, "minutes": f"{options.minutes:g}",
            "lab hosts" if cloud.is_lab else "simulated hosts": cloud.hosts, "seed": options.seed}


def prove(cloud, environment, options):
    """A short load without faults makes what the plants need."""
    ledger, timeline = Ledger(), Timeline()
    load = new_load(cloud, environment, timeline, ledger, options.seed)
    calm = Experiment(cloud, environment, timeline, ledger, load, options, say)
    load.start()
    time.sleep(15)
    load.stop()
    if not wait_until(calm.is_at_rest, experiment.SETTLE_LIMIT, 0.5):
        say(f"the cloud does not come to rest without any fault: {calm.restless()}")
        return False
    proof = Proof(cloud, environment, ledger, Client(environment, timeline, threading.Event()), say)
    proved = proof.run()
    for failure in proof.failures:
        print(failure)
    print("the checker reports each planted fault by its invariant, and a clean cloud by none" if proved else "FAILED")
    return proved


def chaos(cloud, environment, options):
    ledger, timeline = Ledger(), Timeline()
    load = new_load(cloud, environment, timeline, ledger, options.seed)
    run = Experiment(cloud, environment, timeline, ledger, load, options, say)
    chosen = [kind.name for kind in experiment.kinds(cloud, options)]
    say(f"{options.minutes:g} minutes, seed {options.seed}; faults: {', '.join(chosen)}")
    begun = time.monotonic()
    try:
        run.run()
    finally:
        timeline.write(options.out / "calls.jsonl")
    least = 1 if options.upgrade else options.faults or math.ceil(options.minutes * (1.5 if options.minutes >= 20 else 2))
    result = report.Report(
        circumstances(cloud, options), run.rows, report.totals(timeline, ledger, begun, time.monotonic()), run.violations,
        report.gates(run.rows, cloud.servers, least, chosen, options.minutes >= 20 and not options.faults))
    report.write(result, options.out)
    print(report.text(result), end="")
    return result.passed


def main():
    options = arguments()
    cloud = Cloud(options.root, options.data)
    environment = cloud.environment(ACCOUNT)
    return (prove if options.prove else chaos)(cloud, environment, options)


if __name__ == "__main__":
    # So that whoever ends us early leaves nothing frozen or cut off.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    sys.exit(0 if main() else 1)
