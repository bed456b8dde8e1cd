"""Types, attributes and id formats by boto3: ends with 'done' when all was as expected.

The environment says where and who; JARRAH_IMAGE is the image to launch.
"""
import os
import time

import boto3
from botocore.config import Config

from expectations import expect, refused

LIMIT_S = 120
endpoint = os.environ["AWS_ENDPOINT_URL"]
region = os.environ["AWS_DEFAULT_REGION"]
config = Config(retries={"max_attempts": 0})
ec2 = boto3.client("ec2", endpoint_url=endpoint, region_name=region, config=config)
sts = boto3.client("sts", endpoint_url=endpoint, region_name=region, config=config)


def wait_for(name, state):
    end = time.monotonic() + LIMIT_S
    while True:
        instance = ec2.describe_instances(InstanceIds=[name])["Reservations"][0]["Instances"][0]
        if instance["State"]["Name"] == state:
            return instance
        if time.monotonic() > end:
            raise SystemExit(f"not {state} within {LIMIT_S} s: {instance}")
        time.sleep(0.5)


def types():
    small = ec2.describe_instance_types(InstanceTypes=["m1.small"])["InstanceTypes"][0]
    expect(1, small["VCpuInfo"]["DefaultVCpus"])
    expect(False, small["BareMetal"])
    expect(True, small["AutoRecoverySupported"])
    pages = ec2.get_paginator("describe_instance_types").paginate(PaginationConfig={"PageSize": 5})
    names = [t["InstanceType"] for page in pages for t in page["InstanceTypes"]]
    expect(sorted(set(names)), names)
    offerings = ec2.describe_instance_type_offerings(LocationType="availability-zone")
    expect(True, "m1.small" in [o["InstanceType"] for o in offerings["InstanceTypeOfferings"]])
    refused("InvalidInstanceType", ec2.describe_instance_types, InstanceTypes=["m9.huge"])


def attributes():
    launch = ec2.run_instances(
        ImageId=os.environ["JARRAH_IMAGE"], MinCount=1, MaxCount=1, InstanceType="m1.small",
        DisableApiTermination=True, Monitoring={"Enabled": True},
        MaintenanceOptions={"AutoRecovery": "disabled"})
    name = launch["Instances"][0]["InstanceId"]
    shown = wait_for(name, "running")
    expect(("enabled", "disabled"), (shown["Monitoring"]["State"], shown["MaintenanceOptions"]["AutoRecovery"]))
    refused("DryRunOperation", ec2.modify_instance_maintenance_options,
            InstanceId=name, AutoRecovery="default", DryRun=True)
    refused("InvalidParameterValue", ec2.modify_instance_maintenance_options,
            InstanceId=name, AutoRecovery="sometimes")
    chosen = ec2.modify_instance_maintenance_options(InstanceId=name, AutoRecovery="default")
    expect((name, "default"), (chosen["InstanceId"], chosen["AutoRecovery"]))
    found = ec2.describe_instances(InstanceIds=[name], Filters=[
        {"Name": "maintenance-options.auto-recovery", "Values": ["default"]}])
    expect(1, len(found["Reservations"]))
    refused("OperationNotPermitted", ec2.terminate_instances, InstanceIds=[name])
    off = ec2.unmonitor_instances(InstanceIds=[name])["InstanceMonitorings"][0]
    expect("disabled", off["Monitoring"]["State"])
    on = ec2.monitor_instances(InstanceIds=[name])["InstanceMonitorings"][0]
    expect("enabled", on["Monitoring"]["State"])
    expect("", ec2.get_password_data(InstanceId=name)["PasswordData"])
    refused("InstanceCreditSpecification.NotSupported",
            ec2.describe_instance_credit_specifications, InstanceIds=[name])
    refused("IncorrectInstanceState", ec2.modify_instance_attribute,
            InstanceId=name, InstanceType={"Value": "c1.medium"})
    ec2.stop_instances(InstanceIds=[name], Force=True)
    wait_for(name, "stopped")
    ec2.modify_instance_attribute(InstanceId=name, InstanceType={"Value": "c1.medium"})
    ec2.modify_instance_attribute(InstanceId=name, UserData={"Value": b"hello"})
    kept = ec2.describe_instance_attribute(InstanceId=name, Attribute="userData")
    expect("aGVsbG8=", kept["UserData"]["Value"])
    ec2.reset_instance_attribute(InstanceId=name, Attribute="kernel")
    ec2.start_instances(InstanceIds=[name])
    expect("c1.medium", wait_for(name, "running")["InstanceType"])
    ec2.modify_instance_attribute(InstanceId=name, Attribute="disableApiTermination", Value="false")
    ec2.terminate_instances(InstanceIds=[name])
    wait_for(name, "terminated")


def account():
    wanted = ec2.describe_account_attributes(AttributeNames=["default-vpc"])["AccountAttributes"]
    expect("none", wanted[0]["AttributeValues"][0]["AttributeValue"])


def id_formats():
    root = f"arn:aws:iam::{sts.get_caller_identity()['Account']}:root"
    expect(True, ec2.describe_id_format(Resource="instance")["Statuses"][0]["UseLongIds"])
    expect(1, len(ec2.describe_identity_id_format(Resource="volume", PrincipalArn=root)["Statuses"]))
    expect(True, ec2.describe_aggregate_id_format()["UseLongIdsAggregated"])
    expect(root, ec2.describe_principal_id_format()["Principals"][0]["Arn"])
    ec2.modify_id_format(Resource="instance", UseLongIds=True)
    ec2.modify_identity_id_format(Resource="instance", UseLongIds=True, PrincipalArn=root)
    refused("UnsupportedOperation", ec2.modify_id_format, Resource="instance", UseLongIds=False)


types()
account()
id_formats()
attributes()
print("done")
