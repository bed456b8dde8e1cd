"""A rolling upgrade under load: first the servers in turn, then the agents, from an older revision to this one."""

import os

from faults import Fault

# A connection that breaks is repeated by every client; an answer that says 'error' is not expected.
LOST = ("ConnectionClosed", "EndpointConnection", "ConnectTimeout")


class RollingUpgrade(Fault):
    """No fault at all, if it is done well."""

    name = "rolling-upgrade"
    most = 1

    def __init__(self, cloud, random):
        super().__init__(cloud, random)
        self.target = "servers, then agents"

    def inject(self):
        """New servers, one after the other; for a while both are there, and the agents are the old ones."""
        os.environ.pop("JARRAH_EAR")
        before = self.schema()
        self.messages = self.understood()
        self.cloud.run("up", "--yes", limit=600)
        if before == self.schema():
            raise RuntimeError("the older revision has the same schema: nothing was upgraded")
        self.steps = f"servers, then agents: schema {before} to {self.schema()}"

    def heal(self):
        os.environ.pop("JARRAH_EAR", None)
        os.environ.pop("JARRAH_AGENT", None)
        self.cloud.run("up", "--yes", limit=600)

    def schema(self):
        return self.cloud.sql("select version from flyway_schema_history where success order by installed_rank desc limit 1;")[0]

    def understood(self):
        """The oldest version of messages that a host's agent understands."""
        return self.cloud.sql("select min(message_version) from hosts;")[0]

    def recovered(self):
        self.target = f"{self.steps}, messages {self.messages} to {self.understood()}"
        return self.cloud.all_servers_ready() and self.cloud.hosts_heard() == self.cloud.hosts


KINDS = [RollingUpgrade]


def gate(rows):
    """Name, what was measured, whether that is good enough."""
    others = {kind: count for row in rows for kind, count in row.errors.items() if kind not in LOST}
    return ("no failure but lost connections", sum(others.values()), not others)
