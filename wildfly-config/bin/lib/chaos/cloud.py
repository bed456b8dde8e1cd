"""The cloud under test as its files tell of it: settings, processes, database, launcher, simulator."""

import json
import os
import pathlib
import re
import subprocess
import time
import urllib.error
import urllib.request

# Nothing here may wait for ever: a fault may have taken away whatever is asked.
LIMIT = 240


class Cloud:
    """A cloud that the launcher started below one data directory."""

    def __init__(self, root, data):
        self.root = pathlib.Path(root)
        self.data = pathlib.Path(data)
        self.bin = self.root / "wildfly-config/bin"
        self.settings = assignments((self.data / "run/settings.env").read_text(encoding="utf-8"))
        self.offset = int(self.settings["PORT_OFFSET"])
        self.lab = int(self.settings["LAB_ID"])
        self.is_lab = self.settings["MODE"] == "lab"
        self.hosts = int(self.settings["HOSTS"])
        self.servers = int(self.settings.get("SERVERS", "1"))

    def run(self, script, *words, check=True, limit=LIMIT):
        """One of the launcher's scripts, as its owner would call it."""
        ended = subprocess.run([str(self.bin / script), *map(str, words)], stdin=subprocess.DEVNULL,
                               capture_output=True, text=True, timeout=limit, check=False)
        if check and ended.returncode:
            raise RuntimeError(f"{script} {' '.join(map(str, words))} failed: {ended.stderr.strip()[-600:]}")
        return ended.stdout

    def environment(self, account):
        return assignments(self.run("env", "--account", account))

    # Processes: a pid file holds pid and start time, as lib/processes.sh writes it.

    def pid(self, part):
        """The process of a part (server-1, sim, host-1, ...); None when it does not run."""
        try:
            pid, since = (self.data / f"run/{part}.pid").read_text(encoding="utf-8").split()
        except (FileNotFoundError, ValueError):
            return None
        return int(pid) if start_time(pid) == since else None

    def agent_parts(self):
        return [f"host-{n}" for n in range(1, self.hosts + 1)] if self.is_lab else ["sim"]

    def host_directory(self, number):
        return self.data / f"hosts/host-{number}"

    def namespace(self, number):
        return f"jr{self.lab}-h{number}"

    def lab_host(self, verb, number, *words, check=True):
        place = [] if verb == "exec" else [self.host_directory(number)]
        command = [self.root / "node-agent/lab/bin/lab-host", verb, self.lab, number, *place, *words]
        ended = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                               timeout=LIMIT, check=False)
        if check and ended.returncode:
            raise RuntimeError(f"lab-host {verb} {number}: {ended.stderr.strip()[-300:]}")
        return ended.stdout

    def virsh(self, number, *words):
        uri = f"qemu+unix:///system?socket={self.host_directory(number)}/libvirt/run/libvirt-sock"
        return subprocess.run(["virsh", "-q", "-c", uri, *words], capture_output=True, text=True, timeout=30,
                              check=True).stdout

    def server_offset(self, number):
        """By how much a server's ports are moved; as lib/settings.sh computes it."""
        return self.offset + int(self.settings.get("CLUSTER", "0")) * 1000 * number

    def server_ready(self, number):
        """Whether one server, past the balancer, says that it can work."""
        return http_status(f"http://127.0.0.1:{9990 + self.server_offset(number)}/health/ready") == 200

    def all_servers_ready(self):
        return all(self.server_ready(number) for number in range(1, self.servers + 1))

    def manage(self, number, operation):
        """A management operation; who may read the server's files may manage it."""
        program = self.root / "wildfly-config/target/server/bin/jboss-cli.sh"
        ended = subprocess.run([str(program), "--connect", f"--controller=127.0.0.1:{9990 + self.server_offset(number)}",
                                f"--command={operation}"], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                               timeout=60, check=False)
        if ended.returncode:
            raise RuntimeError(f"{operation}: {(ended.stdout + ended.stderr).strip()[-400:]}")

    def simulator(self, method, path, body=None):
        """Orders something of the simulated hosts; see ControlApi of the agent."""
        request = urllib.request.Request(f"http://127.0.0.1:{8790 + self.offset}/hosts{path}", method=method,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    # The database, read past the servers.

    def database(self):
        """Address, port, user, password of the cloud's PostgreSQL: its own, or the one that the caller gave it."""
        if self.settings.get("DATABASE") == "private":
            password = (self.data / "keys/database.password").read_text(encoding="utf-8").strip()
            return "127.0.0.1", 15432 + self.offset, "jarrah", password
        host, port = re.match(r"jdbc:postgresql://([^:/]+):(\d+)/", os.environ["JARRAH_DB_URL"]).groups()
        return host, port, os.environ.get("JARRAH_DB_USER", "jarrah"), os.environ.get("JARRAH_DB_PASSWORD", "")

    def sql(self, text, limit=30):
        """Runs SQL by psql; the lines that it prints."""
        host, port, user, password = self.database()
        ended = subprocess.run(
            ["psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-h", host, "-p", str(port), "-U", user, "jarrah"],
            input=text, env={**os.environ, "PGPASSWORD": password, "PGCONNECT_TIMEOUT": "5"}, capture_output=True, text=True,
            timeout=limit, check=False)
        if ended.returncode:
            raise RuntimeError(f"psql: {ended.stderr.strip()[-400:]}")
        return ended.stdout.splitlines()

    def hosts_heard(self):
        """How many hosts were heard of lately; 0 when the database does not answer."""
        try:
            return int(self.sql("select count(*) from hosts where last_seen > now() - interval '20 seconds';", 8)[0])
        except (RuntimeError, subprocess.TimeoutExpired, IndexError):
            return 0


def assignments(text):
    found = {}
    for line in text.splitlines():
        name, equals, value = line.removeprefix("export ").partition("=")
        if equals:
            found[name] = re.sub(r"^'(.*)'$", r"\1", value)
    return found


def start_time(pid):
    """Start of a process in clock ticks; None when it is gone or a zombie."""
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return None
    fields = stat.rpartition(") ")[2].split()
    return None if fields[0] == "Z" else fields[19]


def children(pid):
    """Direct children of a process."""
    found = []
    for place in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text(encoding="utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(place.parent.name))
    return found


def http_status(url):
    """0: no answer."""
    try:
        with urllib.request.urlopen(url, timeout=3) as answer:
            return answer.status
    except urllib.error.HTTPError as e:
        return e.code
    except OSError:
        return 0


def wait_until(condition, limit, step=0.25):
    """Whether it came true within the limit."""
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(step)
    return True
