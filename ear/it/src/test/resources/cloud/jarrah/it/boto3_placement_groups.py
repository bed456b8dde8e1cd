"""Placement groups by boto3; ends with 0 when all was as expected."""
import os

import boto3
from botocore.config import Config

from expectations import expect, refused

ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"],
                   region_name=os.environ["AWS_DEFAULT_REGION"], config=Config(retries={"max_attempts": 0}))


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
brief = ec2.create_placement_group(GroupName="brief", Strategy="cluster", TagSpecifications=[
    {"ResourceType": "placement-group", "Tags": [{"Key": "team", "Value": "a"}]}])["PlacementGroup"]
expect([{"Key": "team", "Value": "a"}], brief["Tags"])
ec2.create_tags(Resources=[brief["GroupId"], made["GroupId"]], Tags=[{"Key": "team", "Value": "b"}])
listed = ec2.describe_placement_groups(Filters=[{"Name": "tag:team", "Values": ["b"]}])["PlacementGroups"]
expect(["brief", "parts"], [group["GroupName"] for group in listed])
ec2.delete_tags(Resources=[made["GroupId"]], Tags=[{"Key": "team"}])
listed = ec2.describe_placement_groups(Filters=[{"Name": "tag-key", "Values": ["team"]}])["PlacementGroups"]
expect(["brief"], [group["GroupName"] for group in listed])
tags = ec2.describe_tags(Filters=[{"Name": "resource-type", "Values": ["placement-group"]}])["Tags"]
expect([(brief["GroupId"], "team", "b")], [(tag["ResourceId"], tag["Key"], tag["Value"]) for tag in tags])
ec2.delete_placement_group(GroupName="brief")
expect([], ec2.describe_tags(Filters=[{"Name": "key", "Values": ["team"]}])["Tags"])
refused("InvalidPlacementGroup.Unknown", ec2.create_tags, Resources=[brief["GroupId"]], Tags=[{"Key": "team"}])
refused("InvalidPlacementGroup.Unknown", ec2.delete_placement_group, GroupName="brief")
