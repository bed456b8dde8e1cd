"""Faults of hosts: of the lab's by what their kernel and libvirt offer, of simulated ones by the simulator's orders."""

import pathlib

import faults
from cloud import wait_until
from faults import AgentFault, Fault


class Simulated(Fault):
    @classmethod
    def applicable(cls, cloud):
        return not cloud.is_lab

    def order(self, method, path, body=None):
        return self.cloud.simulator(method, path, body)

    def recovered(self):
        return all(host["connected"] for host in self.order("GET", ""))


class HostCrashed(Simulated):
    """One simulated agent dies, its machines go on; it comes back by itself."""

    name = "host-crash"
    hold = 8.0

    def inject(self):
        self.target = self.random.choice(self.order("GET", ""))["name"]
        self.order("POST", f"/{self.target}/crash", {"awayMs": int(self.hold * 1000)})


class CommandsGoWrong(Simulated):
    """Something happens to commands on their way to every host, or in the midst of the work."""

    hold = 10.0
    target = "all hosts"
    fault = {}

    def inject(self):
        self.target = "all hosts"
        self.order("POST", "/*/faults", {"command": "*", "times": 0, "delayMs": 0, "retryable": True, "message": None,
                                         **self.fault})

    def heal(self):
        self.order("DELETE", "/*/faults")


class CommandsLost(CommandsGoWrong):
    name = "command-drop"
    fault = {"action": "DROP"}


class CommandsLate(CommandsGoWrong):
    name = "command-delay"
    fault = {"action": "DELAY", "delayMs": 5000}


class CommandsDoubled(CommandsGoWrong):
    name = "command-double"
    fault = {"action": "DUPLICATE", "delayMs": 1500}


class CommandsFail(CommandsGoWrong):
    """Each host's agent dies while it works on its next command."""

    name = "command-crash"
    fault = {"action": "CRASH_DURING", "delayMs": 2000, "times": 1}


class OnLabHost(AgentFault):
    """Something happens on one lab host."""

    @classmethod
    def applicable(cls, cloud):
        return cloud.is_lab

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.number = random.randint(1, cloud.hosts)
        self.target = f"host-{self.number}"

    def pid(self, file):
        return int((self.cloud.host_directory(self.number) / file).read_text(encoding="utf-8").split()[0])


class LibvirtdKilled(OnLabHost):
    name = "libvirtd-kill"
    hold = 5.0

    def inject(self):
        faults.kill(self.pid("run/libvirtd.pid"))

    def heal(self):
        self.cloud.lab_host("up", self.number)


class NetworkDropped(OnLabHost):
    """Packets between host and servers vanish in both directions, by rules in the host's own namespace."""

    name = "network-drop"
    hold = 20.0

    def rules(self):
        server = self.cloud.settings["AGENTS_ADDRESS"]
        return (f"add chain inet chaos in {{ type filter hook input priority 0; }}; add rule inet chaos in ip saddr {server} drop;"
                f" add chain inet chaos out {{ type filter hook output priority 0; }};"
                f" add rule inet chaos out ip daddr {server} drop")

    def inject(self):
        self.cloud.lab_host("exec", self.number, "nft", f"add table inet chaos; {self.rules()}")

    def heal(self):
        self.cloud.lab_host("exec", self.number, "nft", "delete table inet chaos", check=False)


def broker_port(cloud, number):
    """Where hosts find the broker of one server; enrolment and images go through the balancer, whichever server serves them."""
    return 5446 + cloud.server_offset(number)


class ConnectionsReset(NetworkDropped):
    """The host's connections to the brokers are reset, as a firewall between would do it."""

    name = "broker-cut"
    hold = 2.0

    def rules(self):
        server = self.cloud.settings["AGENTS_ADDRESS"]
        ports = ", ".join(str(broker_port(self.cloud, number)) for number in range(1, self.cloud.servers + 1))
        return (f"add chain inet chaos out {{ type filter hook output priority 0; }};"
                f" add rule inet chaos out ip daddr {server} tcp dport {{ {ports} }} reject with tcp reset")


class ServerCutOff(NetworkDropped):
    """The broker of one server can be reached from no host, in both directions; each host must find another one meanwhile."""

    name = "server-cut"
    # A host says something every 10 s, and it is written down every 3 s: in the last 20 s, all must have been heard by others.
    hold = 40.0

    @classmethod
    def applicable(cls, cloud):
        return cloud.is_lab and cloud.servers > 1

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.server = random.randint(1, cloud.servers)
        self.target = f"server-{self.server}"
        self.heard_meanwhile = 0

    def rules(self):
        server, port = self.cloud.settings["AGENTS_ADDRESS"], broker_port(self.cloud, self.server)
        return (f"add chain inet chaos in {{ type filter hook input priority 0; }};"
                f" add rule inet chaos in ip saddr {server} tcp sport {port} drop;"
                f" add chain inet chaos out {{ type filter hook output priority 0; }};"
                f" add rule inet chaos out ip daddr {server} tcp dport {port} drop")

    def on_each(self, act):
        for self.number in range(1, self.cloud.hosts + 1):
            act()

    def inject(self):
        self.on_each(super().inject)

    def heal(self):
        self.heard_meanwhile = self.cloud.hosts_heard()
        self.on_each(super().heal)

    def recovered(self):
        return self.heard_meanwhile == self.cloud.hosts and super().recovered()


class EmulatorKilled(OnLabHost):
    """QEMU of one instance dies; an instance that had died too often would rightly stay stopped."""

    name = "qemu-kill"
    killed = {}

    def inject(self):
        place = pathlib.Path("libvirt/run/qemu")
        if not wait_until(lambda: self.candidates(place), 60, 1):
            raise faults.NotNow("no instance runs that had not died often enough")
        host, name = self.random.choice(self.candidates(place))
        self.number = host
        self.target = f"{name} on host-{host}"
        self.killed[name] = self.killed.get(name, 0) + 1
        faults.kill(self.pid(place / f"{name}.pid"))

    def candidates(self, place):
        return [(number, file.stem)
                for number in range(1, self.cloud.hosts + 1)
                for file in (self.cloud.host_directory(number) / place).glob("i-*.pid")
                if self.killed.get(file.stem, 0) < 2]


KINDS = [HostCrashed, CommandsLost, CommandsLate, CommandsDoubled, CommandsFail,
         LibvirtdKilled, NetworkDropped, ConnectionsReset, ServerCutOff, EmulatorKilled]
