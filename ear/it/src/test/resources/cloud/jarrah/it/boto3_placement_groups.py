"""Placement groups by boto3; ends with 0 when all was as expected."""
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"],
                   region_name=os.environ["AWS_DEFAULT_REGION"], config=Config(retries={"max_attempts": 0}))


def expect(wanted, got):
    if wanted != got:
        raise SystemExit(f"expected {wanted!r}, got {got!r}")


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as e:
        expect(code, e.response["Error"]["Code"])
        return
    raise SystemExit(f"expected {code}, but the call succeeded")


made = ec2.create_placement_group(GroupName="parts", Strategy="partition", PartitionCount=2)["PlacementGroup"]
expect(("parts", "partition", 2), (made["GroupName"], made["Strategy"], made["PartitionCount"]))
refused("InvalidPlacementGroup.Duplicate", ec2.create_placement_group, GroupName="parts", Strategy="spread")
refused("InvalidParameterValue", ec2.create_placement_group, GroupName="x", Strategy="partition", PartitionCount=8)
refused("UnsupportedOperation", ec2.create_placement_group, GroupName="x", Strategy="spread", SpreadLevel="rack")
listed = ec2.describe_placement_groups(Filters=[{"Name": "strategy", "Values": ["partition"]}])["PlacementGroups"]
expect([made["GroupId"]], [group["GroupId"] for group in listed])
launch = {"ImageId": os.environ["JARRAH_IMAGE"], "InstanceType": "m1.small", "MinCount": 1, "MaxCount": 1}
refused("InvalidParameterValue", ec2.run_instances, Placement={"GroupName": "parts", "PartitionNumber": 3}, **launch)
ids = []
for number in (1, 2):
    instance = ec2.run_instances(Placement={"GroupName": "parts", "PartitionNumber": number}, **launch)["Instances"][0]
    expect(("parts", number), (instance["Placement"]["GroupName"], instance["Placement"]["PartitionNumber"]))
    ids.append(instance["InstanceId"])
found = ec2.describe_instances(Filters=[{"Name": "placement-partition-number", "Values": ["2"]}])["Reservations"]
expect(ids[1:], [i["InstanceId"] for r in found for i in r["Instances"]])
refused("InvalidPlacementGroup.InUse", ec2.delete_placement_group, GroupName="parts")
ec2.terminate_instances(InstanceIds=ids)
ec2.create_placement_group(GroupName="brief", Strategy="cluster")
ec2.delete_placement_group(GroupName="brief")
refused("InvalidPlacementGroup.Unknown", ec2.delete_placement_group, GroupName="brief")
