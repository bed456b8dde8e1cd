"""All agents lose their server at once: how long until they are connected again, and what callers of the API notice.

  agents.py ROOT DATA     a running cloud of two servers and simulated hosts, which the environment names, too

The hosts are brought to the first server, which is then killed. Prints 'NAME VALUE' lines.
"""

import http.client
import os
import pathlib
import signal
import statistics
import sys
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "chaos"))
import load  # noqa: E402
from cloud import Cloud  # noqa: E402

LIMIT = 120
CALM = 15


class Callers:
    """Two callers that ask all the time; when each call began, how long it took, whether it was answered."""

    def __init__(self):
        self.calls = []
        self.ended = threading.Event()
        self.question = load.url("DescribeInstances", MaxResults=5)
        self.threads = [threading.Thread(target=self.ask) for _ in range(2)]

    def ask(self):
        while not self.ended.is_set():
            begun = time.monotonic()
            try:
                answered = load.get(self.question)[0] == 200
            except (OSError, http.client.HTTPException):
                answered = False
                load.LOCAL.connection.close()
            self.calls.append((begun, time.monotonic() - begun, answered))
            self.ended.wait(0.02)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self.threads:
            thread.join()

    def p95(self, begin, end):
        return statistics.quantiles([took for begun, took, ok in self.calls if ok and begin <= begun < end], n=20)[-1]

    def failed(self, begin):
        """Begin of the first failed call and end of the last one; without any nothing lies between."""
        failed = [(begun, begun + took) for begun, took, ok in self.calls if not ok and begun >= begin]
        return (failed[0][0], max(end for _, end in failed)) if failed else (begin, begin)


def connected(cloud):
    return sum(host["connected"] for host in cloud.simulator("GET", ""))


def until(what, condition):
    end = time.monotonic() + LIMIT
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not within {LIMIT} s")
        time.sleep(0.05)


def kill(cloud, number):
    os.kill(cloud.pid(f"server-{number}"), signal.SIGKILL)


def leave(cloud, number):
    """Kills a server, at which there may be no host; until all have been at the other one for some time."""
    kill(cloud, number)
    calm = [time.monotonic()]

    def at_rest():
        if connected(cloud) < cloud.hosts:
            calm[0] = time.monotonic()
        return time.monotonic() - calm[0] > 10

    until(f"{cloud.hosts} hosts at the other server", at_rest)


def lose(cloud, number):
    """Kills a server; how many hosts were without one at the worst, and after how long none was."""
    begun, fewest = time.monotonic(), cloud.hosts
    kill(cloud, number)

    def all_back():
        nonlocal fewest
        now = connected(cloud)
        fewest = min(fewest, now)
        return fewest < cloud.hosts and now == cloud.hosts

    until(f"{cloud.hosts} hosts connected again", all_back)
    return cloud.hosts - fewest, time.monotonic() - begun


def main(root, data):
    cloud = Cloud(root, data)
    until("all hosts connected", lambda: connected(cloud) == cloud.hosts)
    leave(cloud, 2)
    cloud.run("server-start", 2)
    until("both servers ready", cloud.all_servers_ready)
    with Callers() as callers:
        calm = time.monotonic()
        time.sleep(CALM)
        begun = time.monotonic()
        lost, after = lose(cloud, 1)
        time.sleep(max(0, CALM - after))
    print("lost", lost)
    print("connected", f"{after:.2f}")
    print("rate", f"{lost / after:.1f}")
    first, last = callers.failed(begun)
    print("failed", f"{last - first:.2f}")
    print("before", f"{callers.p95(calm, begun):.4f}")
    print("meanwhile", f"{callers.p95(last, begun + max(after, CALM)):.4f}")


main(*sys.argv[1:])
