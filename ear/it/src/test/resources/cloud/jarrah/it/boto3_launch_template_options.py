"""Placement groups, protection, monitoring and recovery by launch template, by boto3; ends with 0 when all was as expected."""
import os

import boto3
from botocore.config import Config

from expectations import expect, refused

ec2 = boto3.client("ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"],
                   region_name=os.environ["AWS_DEFAULT_REGION"], config=Config(retries={"max_attempts": 0}))


def data(version):
    return {name: value for name, value in version["LaunchTemplateData"].items() if value != []}


ec2.create_placement_group(GroupName="parts", Strategy="partition", PartitionCount=2)
said = {"Placement": {"GroupName": "parts", "PartitionNumber": 2}, "Monitoring": {"Enabled": True},
        "DisableApiTermination": True, "DisableApiStop": True, "MaintenanceOptions": {"AutoRecovery": "disabled"}}
common = {"ImageId": os.environ["JARRAH_IMAGE"], "InstanceType": "m1.small"}
refused("InvalidParameterValue", ec2.create_launch_template, LaunchTemplateName="wrong",
        LaunchTemplateData={"Placement": {"PartitionNumber": 8}})
ec2.create_launch_template(LaunchTemplateName="guarded", LaunchTemplateData={**common, **said})
newer = ec2.create_launch_template_version(
    LaunchTemplateName="guarded", SourceVersion="1",
    LaunchTemplateData={"Placement": {"PartitionNumber": 1}, "DisableApiStop": False})["LaunchTemplateVersion"]
expect({**common, **said, "Placement": {"GroupName": "parts", "PartitionNumber": 1}, "DisableApiStop": False},
       data(newer))
shown = ec2.describe_launch_template_versions(LaunchTemplateName="guarded", Versions=["1"])
expect([{**common, **said}], [data(version) for version in shown["LaunchTemplateVersions"]])


def launch(**more):
    made = ec2.run_instances(MinCount=1, MaxCount=1, LaunchTemplate={"LaunchTemplateName": "guarded"}, **more)
    instance = made["Instances"][0]
    expect("parts", instance["Placement"]["GroupName"])
    return (instance["InstanceId"], instance["Placement"]["PartitionNumber"], instance["Monitoring"]["State"],
            instance["MaintenanceOptions"]["AutoRecovery"])


guarded, *options = launch()
try:
    expect([2, "enabled", "disabled"], options)
    refused("OperationNotPermitted", ec2.terminate_instances, InstanceIds=[guarded])
    # Whether it may be stopped is asked only of what can be.
    ec2.get_waiter("instance_running").wait(InstanceIds=[guarded], WaiterConfig={"Delay": 1, "MaxAttempts": 120})
    refused("OperationNotPermitted", ec2.stop_instances, InstanceIds=[guarded])
finally:
    ec2.modify_instance_attribute(InstanceId=guarded, DisableApiTermination={"Value": False})
    ec2.modify_instance_attribute(InstanceId=guarded, DisableApiStop={"Value": False})
free, *options = launch(Placement={"PartitionNumber": 1}, Monitoring={"Enabled": False},
                        DisableApiTermination=False, DisableApiStop=False,
                        MaintenanceOptions={"AutoRecovery": "default"})
expect([1, "disabled", "default"], options)
ec2.terminate_instances(InstanceIds=[guarded, free])
ec2.delete_launch_template(LaunchTemplateName="guarded")
print("done")
