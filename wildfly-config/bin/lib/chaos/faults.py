"""Faults of processes: what every cloud has, whatever its hosts are. A fault knows how to heal itself."""

import os
import pathlib
import re
import signal
import subprocess
import time

from cloud import LIMIT, children, start_time, wait_until


class NotNow(Exception):
    """There is nothing at the moment that this fault could befall."""


class Fault:
    """Injected, held, healed; then it waits until its part is back."""

    name = ""
    hold = 0.0

    def __init__(self, cloud, random):
        self.cloud, self.random = cloud, random
        self.target = ""
        # Seconds from the begin of the repair until the part works again, where that is of interest.
        self.rejoin = None

    @classmethod
    def applicable(cls, _cloud):
        return True

    def inject(self):
        raise NotImplementedError

    def heal(self):
        """Repairs; does no harm when nothing was injected."""

    def recovered(self):
        """Whether the part itself is back; that the client is served well is looked at elsewhere."""
        return True


def pid_of(cloud, part):
    pid = cloud.pid(part)
    if pid is None:
        raise RuntimeError(f"{part} does not run: its pid file is {cloud.data}/run/{part}.pid")
    return pid


def kill(pid):
    os.kill(pid, signal.SIGKILL)
    if not wait_until(lambda: start_time(pid) is None, 10, 0.05):
        raise RuntimeError(f"process {pid} survived SIGKILL")


class ServerKilled(Fault):
    """kill -9; the others carry on alone for a while before it is started again."""

    name = "server-kill"
    most = 6

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.number = random.randint(1, cloud.servers)
        self.target = f"server-{self.number}"
        self.hold = 12.0 if cloud.servers > 1 else 1.0

    def inject(self):
        kill(pid_of(self.cloud, self.target))

    def heal(self):
        begun = time.monotonic()
        self.cloud.run("server-start", self.number)
        if not wait_until(lambda: self.cloud.server_ready(self.number), LIMIT):
            raise RuntimeError(f"{self.target} did not come back")
        self.rejoin = time.monotonic() - begun


class Frozen(Fault):
    """SIGSTOP: sockets stay open and nothing answers, which is worse than a death."""

    hold = 12.0

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.stopped = []

    def processes(self):
        return [pid_of(self.cloud, self.target)]

    def inject(self):
        for pid in self.processes():
            since = start_time(pid)
            if since is not None:
                os.kill(pid, signal.SIGSTOP)
                self.stopped.append((pid, since))

    def heal(self):
        while self.stopped:
            pid, since = self.stopped.pop()
            if start_time(pid) == since:
                os.kill(pid, signal.SIGCONT)


class ServerFrozen(Frozen):
    name = "server-freeze"

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.number = random.randint(1, cloud.servers)
        self.target = f"server-{self.number}"

    def recovered(self):
        return self.cloud.server_ready(self.number)


class LeaderFrozen(ServerFrozen):
    """The server that watches over the hosts, for longer than its lease lasts: another one takes that, and the first one comes
    back in the middle of what it was doing."""

    name = "leader-freeze"
    hold = 35.0
    least_minutes = 20
    lease = "host-failure"

    @classmethod
    def applicable(cls, cloud):
        return cloud.servers > 1

    def inject(self):
        held = self.held()
        if held is None:
            raise NotNow(f"nobody has the lease {self.lease}")
        self.epoch, self.number = held
        self.target = f"server-{self.number}"
        super().inject()

    def held(self):
        """Epoch of the lease and number of the server that has it; None: nobody has, or the database does not say."""
        try:
            epoch, owner = self.cloud.sql(f"select epoch, owner from leases where name = '{self.lease}';", 8)[0].split("|")
        except (RuntimeError, subprocess.TimeoutExpired, IndexError):
            return None
        return int(epoch), int(re.match(r"server-(\d+)/", owner).group(1))

    def recovered(self):
        held = self.held()
        return super().recovered() and held is not None and held[0] > self.epoch


class AgentFault(Fault):
    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.target = random.choice(cloud.agent_parts())

    def recovered(self):
        return self.cloud.hosts_heard() == self.cloud.hosts


class AgentKilled(AgentFault):
    name = "agent-kill"
    hold = 3.0

    def inject(self):
        kill(pid_of(self.cloud, self.target))

    def heal(self):
        self.cloud.run("agents-start")


class AgentFrozen(AgentFault, Frozen):
    name = "agent-freeze"


class BrokerCut(Fault):
    """The broker throws its hosts out; they connect again by themselves."""

    name = "broker-cut"

    @classmethod
    def applicable(cls, cloud):
        # Lab hosts have a network of their own, in which it can be done without the broker's help.
        return not cloud.is_lab

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.number = random.randint(1, cloud.servers)
        self.target = f"broker of server-{self.number}"

    def inject(self):
        self.cloud.manage(self.number, "/subsystem=messaging-activemq/server=default"
                                       ":close-connections-for-address(ip-address=127.0.0.1)")

    def recovered(self):
        return self.cloud.hosts_heard() == self.cloud.hosts


class Postgres:
    """The cloud's PostgreSQL: its own, or the one that this run started for it beside the data directory."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.private = cloud.settings.get("DATABASE") == "private"
        self.data = cloud.data / "postgresql" if self.private else pathlib.Path(os.environ["JARRAH_CHAOS_POSTGRES"]) / "data"

    def pid(self):
        return int((self.data / "postmaster.pid").read_text(encoding="utf-8").split()[0])

    def restart(self):
        """Without a shutdown: what was not committed is gone, connections break. It starts with its old options."""
        if self.private:
            postmaster = self.pid()
            os.kill(postmaster, signal.SIGQUIT)
            if not wait_until(lambda: start_time(postmaster) is None, 30, 0.05):
                raise RuntimeError("PostgreSQL did not end at once")
            self.cloud.run("database-start")
            return
        programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
        owner = self.data.stat()
        who = {"user": owner.st_uid, "group": owner.st_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        command = [programs[-1], "-D", self.data, "-m", "immediate", "-w", "-t", "60", "-l", self.data.parent / "log", "restart"]
        # The server would keep a pipe of ours open for as long as it runs.
        ended = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL, cwd=self.data, timeout=90, check=False, **who)
        if ended.returncode:
            raise RuntimeError(f"PostgreSQL did not start again; see {self.data.parent}/log")


class PostgresRestarted(Fault):
    name = "postgres-restart"

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.target = "postgres"

    def inject(self):
        Postgres(self.cloud).restart()

    def recovered(self):
        return self.cloud.all_servers_ready()


class PostgresFrozen(Frozen):
    name = "postgres-freeze"
    hold = 8.0

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.target = "postgres"

    def processes(self):
        postmaster = Postgres(self.cloud).pid()
        return [postmaster, *children(postmaster)]

    def recovered(self):
        return self.cloud.all_servers_ready()


KINDS = [ServerKilled, ServerFrozen, LeaderFrozen, BrokerCut, PostgresRestarted, PostgresFrozen, AgentKilled, AgentFrozen]
