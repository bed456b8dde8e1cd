"""A steady mixed load: workers that own what they make, so that the ledger knows one truth of each thing."""

import dataclasses
import random
import threading
import time
import traceback

from client import Client
from ledger import Launch

# Answers that the state of an instance explains: we do not wait for states, so they come.
BUSY = {"IncorrectInstanceState", "IncorrectState"}
FULL = {"InsufficientInstanceCapacity", "InsufficientHostCapacity", "InstanceLimitExceeded", "VcpuLimitExceeded"}


class Worker:
    """One user: a few calls a second, one after another."""

    def __init__(self, number, client, ledger, image, size, period, seed):
        self.thread = threading.Thread(target=self.work, name=f"worker-{number}", daemon=True)
        self.number, self.client, self.ledger, self.image = number, client, ledger, image
        self.most, self.churn, self.period = size.most, size.churn, period
        self.random = random.Random(f"{seed}-{number}")
        self.count = 0
        self.mine, self.keys, self.groups, self.launches = [], [], [], []
        self.broken = ""

    def work(self):
        due = time.monotonic()
        try:
            while not self.client.ended.is_set():
                self.step()
                # Behind after an outage, it goes on at its pace instead of catching up.
                due = max(due + self.period, time.monotonic())
                self.client.ended.wait(max(0, due - time.monotonic()))
        except Exception:  # pylint: disable=broad-except
            self.broken = traceback.format_exc()

    def step(self):
        churn = self.churn
        kinds = [(5, self.describe_some), (2, self.describe_by_filter), (1, self.describe_all), (3 * churn, self.launch),
                 (1, self.repeat_launch), (churn, self.stop), (2 * churn, self.start), (churn, self.reboot),
                 (2 * churn, self.terminate), (2, self.tag), (1, self.untag), (1, self.key_pair), (1, self.placement_group)]
        self.random.choices([do for _, do in kinds], [weight for weight, _ in kinds])[0]()

    def name(self, kind):
        self.count += 1
        return f"{kind}-{self.number}-{self.count}"

    # Asking.

    def describe_some(self):
        if self.mine:
            ids = self.random.sample(self.mine, min(3, len(self.mine)))
            answer = self.client.once("describe_instances", InstanceIds=ids)
            self.look(answer, ids)
        else:
            self.client.once("describe_key_pairs")

    def describe_by_filter(self):
        states = [{"Name": "instance-state-name", "Values": ["pending", "running", "stopping"]}]
        self.client.once("describe_instances", Filters=states, MaxResults=50)

    def describe_all(self):
        answer = self.client.once("describe_instances", MaxResults=500)
        if answer.ok and "NextToken" not in answer.value:
            self.look(answer, self.mine)

    def look(self, answer, ids):
        """What was acknowledged has to be seen from then on, whichever server answers."""
        if answer.code:
            self.ledger.contradiction(f"DescribeInstances of {ids} answered {answer.code}")
        if not answer.ok:
            return
        seen = {each["InstanceId"]: each["State"]["Name"]
                for reservation in answer.value["Reservations"] for each in reservation["Instances"]}
        for each in ids:
            if each not in seen:
                self.ledger.contradiction(f"{each} was acknowledged, and DescribeInstances did not show it")
            elif self.ledger.machines[each].wish == "running" and seen[each] in ("shutting-down", "terminated"):
                self.ledger.contradiction(f"{each} was {seen[each]}, and nobody had terminated it")

    # Launching.

    def launch(self):
        if len(self.mine) >= self.most:
            return self.describe_some()
        count = self.random.choice([1, 1, 2]) if self.most > 2 else 1
        launch = Launch(self.name("launch"), count)
        with self.ledger.lock:
            self.ledger.launches[launch.token] = launch
        self.launches.append(launch)
        self.ask_for(launch)
        return self.mine.extend(launch.instances)

    def ask_for(self, launch):
        answer = self.client.until_answered(
            "run_instances", ImageId=self.image, InstanceType="m1.small", MinCount=launch.count, MaxCount=launch.count,
            ClientToken=launch.token)
        if answer.ok:
            fresh = not launch.reservation
            self.ledger.launched(launch, answer.value["ReservationId"],
                                 [each["InstanceId"] for each in answer.value["Instances"]])
            if fresh and answer.tries == 1:
                self.ledger.changed(answer.request, "run_instances")
        elif answer.code and launch.reservation:
            self.ledger.contradiction(f"token {launch.token} was accepted, and then answered {answer.code}")
        elif answer.code:
            launch.refused = answer.code
            if answer.code not in FULL:
                self.ledger.contradiction(f"a launch was refused: {answer.code}")

    def repeat_launch(self):
        accepted = [launch for launch in self.launches[-10:] if launch.reservation]
        if accepted:
            self.ask_for(self.random.choice(accepted))

    # Changing instances.

    def stop(self):
        self.wish("stop_instances", "stopped", "running")

    def start(self):
        self.wish("start_instances", "running", "stopped")

    def reboot(self):
        self.wish("reboot_instances", "running", "running")

    def terminate(self):
        # What is stopped counts as well, or the owner's places would fill up with it.
        if len(self.mine) > self.most // 2:
            self.wish("terminate_instances", "terminated", None)

    def wish(self, action, wish, present):
        fitting = [each for each in self.mine if present in (None, self.ledger.machines[each].wish)]
        if not fitting:
            return
        instance = self.random.choice(fitting)
        machine = self.ledger.machines[instance]
        # Between sending and answer either may be true.
        machine.certain = False
        answer = self.client.until_answered(action, InstanceIds=[instance])
        if answer.ok:
            machine.wish, machine.certain = wish, True
            if answer.tries == 1:
                self.ledger.changed(answer.request, action)
            if wish == "terminated":
                self.mine.remove(instance)
        elif answer.code:
            # Refused at the first try nothing changed; at a repetition it may have been the first that did.
            machine.certain = answer.tries == 1
            if answer.code not in BUSY | FULL:
                self.ledger.contradiction(f"{action} of {instance} answered {answer.code}")

    # Tags and names.

    def tag(self):
        self.change_tag("create_tags", f"k{self.random.randrange(4)}", f"v{self.random.randrange(1000)}")

    def untag(self):
        self.change_tag("delete_tags", f"k{self.random.randrange(4)}", None)

    def change_tag(self, action, key, value):
        if not self.mine:
            return
        instance = self.random.choice(self.mine)
        machine = self.ledger.machines[instance]
        machine.uncertain_tags.add(key)
        tag = {"Key": key} if value is None else {"Key": key, "Value": value}
        answer = self.client.until_answered(action, Resources=[instance], Tags=[tag])
        if not answer.known:
            return
        if answer.code:
            self.ledger.contradiction(f"{action} of {instance} answered {answer.code}")
            return
        machine.uncertain_tags.discard(key)
        if value is None:
            machine.tags.pop(key, None)
        else:
            machine.tags[key] = value

    def key_pair(self):
        self.make_or_delete("key-pair", self.keys, "create_key_pair", "delete_key_pair", {"KeyType": "ed25519"},
                            "InvalidKeyPair.Duplicate", "KeyName")

    def placement_group(self):
        self.make_or_delete("placement-group", self.groups, "create_placement_group", "delete_placement_group",
                            {"Strategy": "spread"}, "InvalidPlacementGroup.Duplicate", "GroupName")

    def make_or_delete(self, kind, mine, create, delete, options, duplicate, parameter):
        names = self.ledger.names
        if len(mine) < 3:
            name = self.name(kind)
            names[kind, name] = None
            answer = self.client.until_answered(create, **{parameter: name}, **options)
            # The name is ours alone: that it is taken means that an earlier try had arrived.
            if answer.ok or (answer.tries > 1 and answer.code == duplicate):
                names[kind, name] = True
                mine.append(name)
            elif answer.code:
                self.ledger.contradiction(f"{create} of {name} answered {answer.code}")
            return
        name = mine.pop(0)
        names[kind, name] = None
        answer = self.client.until_answered(delete, **{parameter: name})
        if answer.ok or (answer.tries > 1 and answer.code == "InvalidPlacementGroup.Unknown"):
            names[kind, name] = False
        elif answer.code:
            self.ledger.contradiction(f"{delete} of {name} answered {answer.code}")


@dataclasses.dataclass(frozen=True)
class Size:
    """Workers, instances of each at most, calls a second of all, and how eagerly instances come and go."""

    workers: int
    most: int
    rate: float
    churn: float


class Load:
    """All workers together."""

    def __init__(self, environment, timeline, ledger, size, seed):
        self.ended = threading.Event()
        self.ledger = ledger
        self.workers = [
            Worker(number, Client(environment, timeline, self.ended), ledger, environment["JARRAH_IMAGE"], size,
                   size.workers / size.rate, seed)
            for number in range(1, size.workers + 1)]

    def start(self):
        for worker in self.workers:
            worker.thread.start()

    def stop(self):
        """Ends the load; a worker that ended by itself is an error of this program."""
        self.ended.set()
        for worker in self.workers:
            worker.thread.join(60)
        broken = [worker.broken for worker in self.workers if worker.broken or worker.thread.is_alive()]
        if broken:
            raise RuntimeError(f"a worker ended early or not at all: {broken[0]}")
