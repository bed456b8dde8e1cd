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
        before = self.cloud.sql("select max(installed_rank) from flyway_schema_history;")
        self.cloud.run("up", "--yes", limit=600)
        after = self.cloud.sql("select max(installed_rank) from flyway_schema_history;")
        if before == after:
            raise RuntimeError("the older revision has the same schema: nothing was upgraded")

    def heal(self):
        os.environ.pop("JARRAH_EAR", None)
        os.environ.pop("JARRAH_AGENT", None)
        self.cloud.run("up", "--yes", limit=600)

    def recovered(self):
        return self.cloud.all_servers_ready() and self.cloud.hosts_heard() == self.cloud.hosts


KINDS = [RollingUpgrade]


def gate(rows):
    """Name, what was measured, whether that is good enough."""
    others = {kind: count for row in rows for kind, count in row.errors.items() if kind not in LOST}
    return ("no failure but lost connections", sum(others.values()), not others)
