"""What the cloud has acknowledged, and must therefore be true until we change it."""

import dataclasses
import threading


@dataclasses.dataclass
class Launch:
    """A RunInstances with its client token. Without an answer we know nothing, and claim nothing."""

    token: str
    count: int
    reservation: str = ""
    instances: tuple = ()
    refused: str = ""


@dataclasses.dataclass
class Machine:
    """An acknowledged instance: what was last wished of it, and whether we know that the wish arrived."""

    wish: str = "running"
    certain: bool = True
    tags: dict = dataclasses.field(default_factory=dict)
    uncertain_tags: set = dataclasses.field(default_factory=set)


class Ledger:
    """Each worker changes its own machines and names only; the lock is for the whole."""

    def __init__(self):
        self.lock = threading.Lock()
        self.launches = {}
        self.machines = {}
        # (kind, name) -> True: it is there, False: it was deleted, None: the last word was not answered.
        self.names = {}
        # Request id -> action, of changes that were answered at their first try.
        self.changes = {}
        self.contradictions = []

    def launched(self, launch, reservation, instances):
        """The answer to a launch; the answer to its repetition must be the same."""
        with self.lock:
            known = launch.reservation
            if known and (known, set(launch.instances)) != (reservation, set(instances)):
                self.contradictions.append(
                    f"token {launch.token} was answered with {known} {sorted(launch.instances)},"
                    f" and when repeated with {reservation} {sorted(instances)}")
            if not known:
                launch.reservation, launch.instances = reservation, tuple(instances)
                for each in instances:
                    self.machines[each] = Machine()

    def so_far(self):
        """The launches as they stand now: what is looked at later must show what was acknowledged before, and may show more."""
        earlier = Ledger()
        with self.lock:
            earlier.launches = {token: dataclasses.replace(launch) for token, launch in list(self.launches.items())}
        return earlier

    def contradiction(self, text):
        with self.lock:
            self.contradictions.append(text)

    def changed(self, request, action):
        with self.lock:
            self.changes[request] = action

    def counts(self):
        with self.lock:
            return {
                "launches acknowledged": sum(1 for launch in self.launches.values() if launch.reservation),
                "launches without an answer": sum(
                    1 for launch in self.launches.values() if not launch.reservation and not launch.refused),
                "instances acknowledged": len(self.machines),
                "terminated by us": sum(1 for machine in self.machines.values() if machine.wish == "terminated"),
                "tags in force": sum(len(machine.tags) for machine in self.machines.values()),
                "changes with an event each": len(self.changes),
            }
