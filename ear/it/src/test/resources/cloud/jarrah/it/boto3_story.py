"""Every action once, by boto3: prints one line a step and ends with 0 when all was as expected.

The environment says where and who; JARRAH_IMAGE is the image to launch.
"""
import base64
import os
import time

import boto3
from botocore.config import Config

from expectations import expect, refused

LIMIT_S = 120
# The first one of RFC 8032, 7.1.
PUBLIC_KEY = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
endpoint = os.environ["AWS_ENDPOINT_URL"]
region = os.environ["AWS_DEFAULT_REGION"]
image = os.environ["JARRAH_IMAGE"]
config = Config(retries={"max_attempts": 0})
ec2 = boto3.client("ec2", endpoint_url=endpoint, region_name=region, config=config)
sts = boto3.client("sts", endpoint_url=endpoint, region_name=region, config=config)


def step(what):
    print(what, flush=True)


def instance(name):
    reservations = ec2.describe_instances(InstanceIds=[name])["Reservations"]
    return reservations[0]["Instances"][0]


def wait_for(name, state):
    end = time.monotonic() + LIMIT_S
    while instance(name)["State"]["Name"] != state:
        if time.monotonic() > end:
            raise SystemExit(f"not {state} within {LIMIT_S} s: {instance(name)}")
        time.sleep(0.5)
    step(f"{name} is {state}")


def look_around():
    identity = sts.get_caller_identity()
    expect(f":{identity['Account']}:", identity["Arn"][identity["Arn"].index("iam:") + 4:][:14])
    expect([region], [r["RegionName"] for r in ec2.describe_regions()["Regions"]])
    zones = ec2.describe_availability_zones()["AvailabilityZones"]
    expect([(region + "a", "available")], [(z["ZoneName"], z["State"]) for z in zones])
    found = ec2.describe_images(ImageIds=[image])["Images"]
    expect([(image, "available")], [(i["ImageId"], i["State"]) for i in found])
    refused("InvalidAMIID.NotFound", ec2.describe_images, ImageIds=["ami-0123456789abcdef0"])
    step("looked around")


def key_pairs():
    made = ec2.create_key_pair(KeyName="made")
    expect(True, "PRIVATE KEY" in made["KeyMaterial"])
    refused("InvalidKeyPair.Duplicate", ec2.create_key_pair, KeyName="made")
    listed = ec2.describe_key_pairs(KeyNames=["made"])["KeyPairs"]
    expect([made["KeyFingerprint"]], [pair["KeyFingerprint"] for pair in listed])
    public = "ssh-ed25519 " + base64.b64encode(
        b"\0\0\0\x0bssh-ed25519\0\0\0\x20" + PUBLIC_KEY).decode() + " it"
    ec2.import_key_pair(KeyName="imported", PublicKeyMaterial=public.encode())
    ec2.delete_key_pair(KeyName="imported")
    ec2.delete_key_pair(KeyName="imported")
    refused("InvalidKeyPair.NotFound", ec2.describe_key_pairs, KeyNames=["imported"])
    step("key pairs")


def launch():
    order = {
        "ImageId": image, "InstanceType": "m1.small", "MinCount": 1, "MaxCount": 1,
        "KeyName": "made", "UserData": "#!/bin/sh\n", "ClientToken": "boto3-story",
        "Placement": {"AvailabilityZone": region + "a"},
    }
    refused("DryRunOperation", ec2.run_instances, DryRun=True, **order)
    first = ec2.run_instances(**order)
    name = first["Instances"][0]["InstanceId"]
    again = ec2.run_instances(**order)
    expect([name], [i["InstanceId"] for i in again["Instances"]])
    expect(first["ReservationId"], again["ReservationId"])
    refused("IdempotentParameterMismatch", ec2.run_instances, **{**order, "UserData": "other"})
    expect(("m1.small", "made", image), tuple(
        first["Instances"][0][field] for field in ("InstanceType", "KeyName", "ImageId")))
    step(f"launched {name}")
    return name


def live(name):
    wait_for(name, "running")
    running = [{"Name": "instance-state-name", "Values": ["running"]}]
    shown = [i["InstanceId"]
             for page in ec2.get_paginator("describe_instances").paginate(
                 Filters=running, PaginationConfig={"PageSize": 5})
             for r in page["Reservations"] for i in r["Instances"]]
    expect([name], shown)
    ec2.get_console_output(InstanceId=name)
    changes = ec2.stop_instances(InstanceIds=[name], Force=True)["StoppingInstances"]
    expect([("running", "stopping")],
           [(c["PreviousState"]["Name"], c["CurrentState"]["Name"]) for c in changes])
    wait_for(name, "stopped")
    expect("Client.UserInitiatedShutdown", instance(name)["StateReason"]["Code"])
    ec2.start_instances(InstanceIds=[name])
    wait_for(name, "running")


look_around()
key_pairs()
name = launch()
live(name)
ec2.terminate_instances(InstanceIds=[name])
wait_for(name, "terminated")
refused("IncorrectInstanceState", ec2.start_instances, InstanceIds=[name])
ec2.delete_key_pair(KeyName="made")
step("done")
