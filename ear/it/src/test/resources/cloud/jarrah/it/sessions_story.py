"""Temporary keys and Signature Version 2 by boto3: ends with 0 when all was as expected."""
import os

import boto3
import botocore
from botocore.config import Config

from expectations import expect, refused

endpoint = os.environ["AWS_ENDPOINT_URL"]
region = os.environ["AWS_DEFAULT_REGION"]


def client(service, version="v4", keys=None):
    config = Config(retries={"max_attempts": 0}, signature_version=version)
    return boto3.client(service, endpoint_url=endpoint, region_name=region, config=config, **(keys or {}))


def keys_of(credentials, token=None):
    return {"aws_access_key_id": credentials["AccessKeyId"],
            "aws_secret_access_key": credentials["SecretAccessKey"],
            "aws_session_token": token or credentials["SessionToken"]}


print(f"botocore {botocore.__version__}")
account = client("sts").get_caller_identity()["Account"]
session = client("sts").get_session_token(DurationSeconds=900)["Credentials"]
keys = keys_of(session)
for version in ("v4", "v2"):
    expect([region], [r["RegionName"] for r in client("ec2", version).describe_regions()["Regions"]])
    expect(account, client("sts", version).get_caller_identity()["Account"])
    expect(account, client("sts", version, keys).get_caller_identity()["Account"])
    ec2 = client("ec2", version, keys)
    expect([region], [r["RegionName"] for r in ec2.describe_regions()["Regions"]])
    # What needs encoding, and lists, which sort by their bytes.
    odd = [f"{i} +/~*é&=%" for i in range(12)]
    expect([], ec2.describe_instances(Filters=[{"Name": "key-name", "Values": odd}])["Reservations"])
    wrong = keys_of(session, "somebodys")
    refused("AuthFailure", client("ec2", version, wrong).describe_regions)
    refused("InvalidClientTokenId", client("sts", version, wrong).get_caller_identity)
    refused("AccessDenied", client("sts", version, keys).get_session_token)
refused("ValidationError", client("sts").get_session_token, DurationSeconds=129601)
refused("UnsupportedOperation", client("sts").get_session_token, SerialNumber="GAHT12345678",
        TokenCode="123456")
print("done")
