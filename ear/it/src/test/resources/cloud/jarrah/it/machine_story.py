"""Reboots and health by boto3."""
import os

import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
made = ec2.run_instances(
    ImageId=os.environ["JARRAH_IMAGE"],
    MinCount=1,
    MaxCount=1,
    InstanceType="m1.small",
    InstanceInitiatedShutdownBehavior="terminate",
)
name = made["Instances"][0]["InstanceId"]
ec2.get_waiter("instance_running").wait(InstanceIds=[name], WaiterConfig={"Delay": 1, "MaxAttempts": 120})
ec2.reboot_instances(InstanceIds=[name])
status = ec2.describe_instance_status(InstanceIds=[name])["InstanceStatuses"][0]
assert status["Events"] == [], status
assert status["SystemStatus"]["Status"] == "ok", status
pages = ec2.get_paginator("describe_instance_status").paginate(
    IncludeAllInstances=True,
    Filters=[{"Name": "instance-state-name", "Values": ["run*"]}],
    PaginationConfig={"PageSize": 5},
)
assert name in [s["InstanceId"] for page in pages for s in page["InstanceStatuses"]]
ec2.get_waiter("instance_status_ok").wait(InstanceIds=[name], WaiterConfig={"Delay": 2, "MaxAttempts": 90})
ec2.terminate_instances(InstanceIds=[name])
ec2.get_waiter("instance_terminated").wait(InstanceIds=[name], WaiterConfig={"Delay": 1, "MaxAttempts": 120})
try:
    ec2.reboot_instances(InstanceIds=[name])
except ClientError as refusal:
    assert refusal.response["Error"]["Code"] == "IncorrectInstanceState", refusal
else:
    raise AssertionError("a terminated instance was rebooted")
print("done")
