"""Looks at a guest and interrupts it: python guest_story.py INSTANCE picture|none."""
import sys

import boto3
from botocore.exceptions import ClientError
import os

ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"])
name, expected = sys.argv[1:]
try:
    seen = ec2.get_console_screenshot(InstanceId=name, WakeUp=True)
    assert expected == "picture", seen
    assert seen["InstanceId"] == name and seen["ImageData"].startswith("/9j/"), seen["ImageData"][:40]
except ClientError as e:
    assert expected == "none" and e.response["Error"]["Code"] == "UnsupportedOperation", e
ec2.send_diagnostic_interrupt(InstanceId=name)
try:
    ec2.send_diagnostic_interrupt(InstanceId=name, DryRun=True)
    raise AssertionError("a dry run is told by an error")
except ClientError as e:
    assert e.response["Error"]["Code"] == "DryRunOperation", e
print("done")
