"""Every action on launch templates once, by boto3; ends with 0 when all was as expected."""
import base64
import os

import boto3
from botocore.config import Config

from expectations import expect, refused

ec2 = boto3.client(
    "ec2",
    endpoint_url=os.environ["AWS_ENDPOINT_URL"],
    region_name=os.environ["AWS_DEFAULT_REGION"],
    config=Config(retries={"max_attempts": 0}),
)
image = os.environ["JARRAH_IMAGE"]


user_data = base64.b64encode(b"#!/bin/sh\n").decode()
made = ec2.create_launch_template(
    LaunchTemplateName="boto3",
    VersionDescription="first",
    ClientToken="boto3-1",
    LaunchTemplateData={
        "ImageId": image,
        "InstanceType": "m1.small",
        "UserData": user_data,
        "SecurityGroups": ["default"],
    },
)["LaunchTemplate"]
name = {"LaunchTemplateName": "boto3"}
expect((1, 1), (made["DefaultVersionNumber"], made["LatestVersionNumber"]))
refused(
    "InvalidLaunchTemplateName.AlreadyExistsException",
    ec2.create_launch_template,
    LaunchTemplateData={"ImageId": image},
    **name,
)

second = ec2.create_launch_template_version(
    SourceVersion="1", LaunchTemplateData={"InstanceType": "c1.medium"}, **name
)["LaunchTemplateVersion"]
expect((2, False), (second["VersionNumber"], second["DefaultVersion"]))
expect(image, second["LaunchTemplateData"]["ImageId"])
expect(user_data, second["LaunchTemplateData"]["UserData"])
expect(["default"], second["LaunchTemplateData"]["SecurityGroups"])

pages = ec2.get_paginator("describe_launch_template_versions").paginate(
    PaginationConfig={"PageSize": 1}, **name
)
numbers = [v["VersionNumber"] for page in pages for v in page["LaunchTemplateVersions"]]
expect([2, 1], numbers)
latest = ec2.describe_launch_template_versions(Versions=["$Latest"])["LaunchTemplateVersions"]
expect([2], [v["VersionNumber"] for v in latest if v["LaunchTemplateId"] == made["LaunchTemplateId"]])

launched = ec2.run_instances(MinCount=1, MaxCount=1, LaunchTemplate=name)["Instances"][0]
expect((image, "m1.small"), (launched["ImageId"], launched["InstanceType"]))
launched = ec2.run_instances(
    MinCount=1, MaxCount=1, InstanceType="m1.small", LaunchTemplate={"Version": "$Latest", **name}
)["Instances"][0]
expect((image, "m1.small"), (launched["ImageId"], launched["InstanceType"]))

changed = ec2.modify_launch_template(DefaultVersion="2", **name)["LaunchTemplate"]
expect(2, changed["DefaultVersionNumber"])
outcome = ec2.delete_launch_template_versions(Versions=["1", "2", "3"], **name)
expect([1], [v["VersionNumber"] for v in outcome["SuccessfullyDeletedLaunchTemplateVersions"]])
expect(
    ["unexpectedError", "launchTemplateVersionDoesNotExist"],
    [v["ResponseError"]["Code"] for v in outcome["UnsuccessfullyDeletedLaunchTemplateVersions"]],
)
ec2.delete_launch_template(LaunchTemplateId=made["LaunchTemplateId"])
refused(
    "InvalidLaunchTemplateId.NotFound",
    ec2.describe_launch_templates,
    LaunchTemplateIds=[made["LaunchTemplateId"]],
)
print("done")
