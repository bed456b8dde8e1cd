"""Lets Debian's cloud-init read an instance's metadata and tells what it asked and got, as JSON.

usage: cloud_init_reads.py DIRECTORY-OF-CLOUDINIT METADATA-URL PLATFORM
"""
import json
import logging
import sys
import time

directory, base, platform = sys.argv[1:]
sys.path.insert(0, directory)

import requests
from cloudinit import helpers
from cloudinit.distros.debian import Distro
from cloudinit.sources import DataSourceEc2 as ec2

asked = []
send = requests.Session.request


def noting_send(self, **how):
    entry = [how["method"], how["url"][len(base):], "no answer"]
    asked.append(entry)
    answer = send(self, **how)
    entry[2] = answer.status_code
    return answer


requests.Session.request = noting_send
# In an instance the firmware's identifiers tell the platform; this machine is none.
ec2.identify_platform = lambda: platform
complaints = []


class Listening(logging.Handler):
    def emit(self, record):
        complaints.append(record.getMessage())


logging.getLogger().addHandler(Listening(logging.WARNING))

paths = helpers.Paths({"cloud_dir": "/nonexistent", "run_dir": "/nonexistent"})
config = {"datasource": {"Ec2": {"metadata_urls": [base], "strict_id": False}}}
source = ec2.DataSourceEc2(config, Distro("debian", {}, paths), paths)
begun = time.monotonic()
found = source._get_data()
userdata = source.userdata_raw
print(json.dumps({
    "found": found,
    "seconds": time.monotonic() - begun,
    "asked": asked,
    "complaints": complaints,
    "instanceId": source.get_instance_id(),
    "zone": source.availability_zone,
    "region": source.region,
    "keys": source.get_public_ssh_keys(),
    "userData": userdata.decode() if isinstance(userdata, bytes) else userdata,
    "metadata": source.metadata,
}, default=str))
