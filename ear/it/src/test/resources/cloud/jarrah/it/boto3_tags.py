"""Tags by boto3: ends with 0 when all was as expected. The environment says where and who."""
import os

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from expectations import expect

ec2 = boto3.client(
    "ec2", endpoint_url=os.environ["AWS_ENDPOINT_URL"],
    region_name=os.environ["AWS_DEFAULT_REGION"], config=Config(retries={"max_attempts": 0}))
image = os.environ["JARRAH_IMAGE"]


def tags(*pairs):
    return [{"Key": key, "Value": value} for key, value in pairs]


def shown(resource):
    found = ec2.describe_tags(Filters=[{"Name": "resource-id", "Values": [resource]}])["Tags"]
    return {tag["Key"]: tag["Value"] for tag in found}


made = ec2.create_key_pair(KeyName="boto3-tags", TagSpecifications=[
    {"ResourceType": "key-pair", "Tags": tags(("Name", "é ☃"), ("empty", ""))}])
key = made["KeyPairId"]
expect(tags(("Name", "é ☃"), ("empty", "")), made["Tags"])
many = [(f"k{i:02}", "v") for i in range(12)]
ec2.create_tags(Resources=[key, image], Tags=tags(*many))
expect(14, len(shown(key)))
pages = list(ec2.get_paginator("describe_tags").paginate(PaginationConfig={"PageSize": 5}))
expect([5, 5, 5, 5, 5, 1], [len(page["Tags"]) for page in pages])
ec2.delete_tags(Resources=[key], Tags=[{"Key": "k00"}, {"Key": "k01", "Value": "other"},
                                       {"Key": "empty", "Value": ""}])
expect({"k01", "Name"}, set(shown(key)) - {f"k{i:02}" for i in range(2, 12)})
found = ec2.describe_key_pairs(Filters=[{"Name": "tag:Name", "Values": ["é *"]}])["KeyPairs"]
expect([key], [pair["KeyPairId"] for pair in found])
found = ec2.describe_images(Filters=[{"Name": "tag-key", "Values": ["k0?"]}])["Images"]
expect([(image, 12)], [(i["ImageId"], len(i["Tags"])) for i in found])
ec2.delete_tags(Resources=[key, image])
expect({}, {**shown(key), **shown(image)})
try:
    ec2.create_tags(Resources=[key, "key-0123456789abcdef0"], Tags=tags(("a", "b")))
    raise SystemExit("a key pair that is not there was tagged")
except ClientError as e:
    expect("InvalidKeyPair.NotFound", e.response["Error"]["Code"])
expect({}, shown(key))
ec2.delete_key_pair(KeyName="boto3-tags")
print("done")
