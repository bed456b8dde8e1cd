"""Times launches by the API and by virsh on one lab host: launch.py HOST-DIRECTORY RUNS.

Prints lines 'api SECONDS', 'answer SECONDS' and 'create SECONDS'. When a domain runs is told by libvirt's own event.
"""

import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
import uuid

import boto3

HOST, RUNS = sys.argv[1], int(sys.argv[2])
URI = f"qemu+unix:///system?socket={HOST}/libvirt/run/libvirt-sock"
LIMIT = 120


def virsh(*words):
    return subprocess.run(["virsh", "-q", "-c", URI, *words], check=True, capture_output=True, text=True).stdout


class Events:
    """Names of domains that came to run, with the moment at which the event arrived."""

    def __init__(self):
        self.seen = queue.Queue()
        command = ["stdbuf", "-oL", "virsh", "-c", URI, "event", "--event", "lifecycle", "--loop"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            found = re.search(r"domain '?([\w-]+)'?: (Started|Resumed)", line)
            if found:
                self.seen.put((found.group(1), time.monotonic()))

    def running(self, name):
        end = time.monotonic() + LIMIT
        while True:
            domain, when = self.seen.get(timeout=max(0.1, end - time.monotonic()))
            if domain == name and virsh("domstate", name).strip() == "running":
                return when


def launch(ec2, image):
    begun = time.monotonic()
    answer = ec2.run_instances(ImageId=image, InstanceType="m1.small", MinCount=1, MaxCount=1)
    return answer["Instances"][0]["InstanceId"], begun, time.monotonic()


def terminate(ec2, instance):
    ec2.terminate_instances(InstanceIds=[instance])
    ec2.get_waiter("instance_terminated").wait(InstanceIds=[instance], WaiterConfig={"Delay": 1, "MaxAttempts": LIMIT})


def twin(instance, directory):
    """The instance's own domain under another name, with a disk of its own that is made beforehand."""
    xml = virsh("dumpxml", "--inactive", "--domain", instance)
    disk = re.search(r"<source file='([^']+)'", xml).group(1)
    base = subprocess.run(["qemu-img", "info", "-U", "--output=json", disk], check=True, capture_output=True, text=True)
    backing = re.search(r'"full-backing-filename": "([^"]+)"', base.stdout).group(1)
    format = re.search(r'"backing-filename-format": "([^"]+)"', base.stdout).group(1)
    name, other = "bench-twin", str(uuid.uuid4())
    make = ["qemu-img", "create", "-q", "-f", "qcow2", "-b", backing, "-F", format, f"{directory}/disk.qcow2"]
    subprocess.run(make, check=True)
    own = re.search(r"<uuid>([^<]+)", xml).group(1)
    xml = xml.replace(own, other).replace(os.path.dirname(disk), directory).replace(instance, name)
    xml = re.sub(r"<mac address='..:..", "<mac address='52:54", xml)
    xml = re.sub(r"<target dev='j[0-9a-f]+'/>", "<target dev='jbench0'/>", xml)
    with open(f"{directory}/domain.xml", "w", encoding="utf-8") as file:
        file.write(xml)
    return name


def create(events, name, directory):
    begun = time.monotonic()
    virsh("create", f"{directory}/domain.xml")
    when = events.running(name)
    virsh("destroy", "--domain", name)
    return when - begun


def main():
    ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
    image = os.environ["JARRAH_IMAGE"]
    events = Events()
    try:
        for run in range(RUNS + 1):
            instance, begun, answered = launch(ec2, image)
            running = events.running(instance)
            with tempfile.TemporaryDirectory(dir=f"{HOST}/agent/instances") as directory:
                name = twin(instance, directory)
                terminate(ec2, instance)
                created = create(events, name, directory)
            # The first launch fetches the image.
            if run:
                print(f"api {running - begun:.3f}\nanswer {answered - begun:.3f}\ncreate {created:.3f}", flush=True)
    finally:
        events.process.terminate()


if __name__ == "__main__":
    main()
