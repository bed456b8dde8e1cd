"""Load on the API of one cloud, which the environment names (./jarrah env).

  load.py url ACTION [NAME=VALUE...]      a presigned address of the call
  load.py one                             the id of an instance
  load.py fill COUNT                      launches so many instances, 100 a call; waits until all run
  load.py storm COUNT CALLERS             one call per instance, so many at once; waits until all run
  load.py paced RATE SECONDS              so many calls a second, evenly; each instance is watched until it runs

Prints 'NAME VALUE' lines. Requests are signed beforehand: what is measured is the cloud.
"""

import concurrent.futures
import http.client
import os
import re
import sys
import threading
import time
import urllib.parse
import uuid

from botocore.auth import SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HOST = urllib.parse.urlsplit(ENDPOINT).netloc
KEYS = Credentials(os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"])
IMAGE = os.environ["JARRAH_IMAGE"]
LIMIT = 600


def url(action, **parameters):
    query = urllib.parse.urlencode({"Action": action, "Version": "2016-11-15", **parameters})
    request = AWSRequest(method="GET", url=f"{ENDPOINT}/?{query}")
    SigV4QueryAuth(KEYS, "ec2", "us-east-1", expires=86400).add_auth(request)
    return request.url[len(ENDPOINT):]


LOCAL = threading.local()


def get(path):
    if not hasattr(LOCAL, "connection"):
        LOCAL.connection = http.client.HTTPConnection(HOST, timeout=120)
    LOCAL.connection.request("GET", path)
    answer = LOCAL.connection.getresponse()
    body = answer.read().decode()
    return answer.status, body


def must(path):
    status, body = get(path)
    if status != 200:
        raise SystemExit(f"{status}: {body}")
    return body


def run_url(count=1):
    return url("RunInstances", ImageId=IMAGE, InstanceType="m1.small", MinCount=count, MaxCount=count,
               ClientToken=str(uuid.uuid4()))


def ids_of(body):
    return re.findall(r"<instanceId>(i-\w+)</instanceId>", body)


def state_url(*states):
    values = {f"Filter.1.Value.{n}": state for n, state in enumerate(states, 1)}
    return url("DescribeInstances", MaxResults=5, **{"Filter.1.Name": "instance-state-name", **values})


def await_all_running():
    pending, end = state_url("pending"), time.monotonic() + LIMIT
    while ids_of(must(pending)):
        if time.monotonic() > end:
            raise SystemExit("not all instances came to run")
        time.sleep(0.1)


def fill(count):
    for begun in range(0, count, 100):
        must(run_url(min(100, count - begun)))
    await_all_running()


def storm(count, callers):
    urls = [run_url() for _ in range(count)]
    begun = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(callers) as pool:
        answers = list(pool.map(get, urls))
    accepted = time.monotonic() - begun
    await_all_running()
    running = time.monotonic() - begun
    refused = [body for status, body in answers if status != 200]
    if refused:
        raise SystemExit(f"{len(refused)} refused, the first: {refused[0]}")
    print(f"accepted {count / accepted:.1f}\nrunning {count / running:.1f}")


def launch_and_watch(path):
    begun = time.monotonic()
    instance = ids_of(must(path))[0]
    answered = time.monotonic()
    watch = url("DescribeInstances", **{"InstanceId.1": instance})
    while "<name>running</name>" not in must(watch):
        if time.monotonic() > begun + LIMIT:
            raise SystemExit(f"{instance} did not come to run")
        time.sleep(0.02)
    return answered - begun, time.monotonic() - begun


def paced(rate, seconds):
    urls = [run_url() for _ in range(int(rate * seconds))]
    begun = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        waiting = []
        for number, path in enumerate(urls):
            time.sleep(max(0, begun + number / rate - time.monotonic()))
            waiting.append(pool.submit(launch_and_watch, path))
        times = [future.result() for future in waiting]
    for answered, running in times:
        print(f"answer {answered:.3f}\nrunning {running:.3f}")


def main(verb, *words):
    if verb == "url":
        print(ENDPOINT + url(words[0], **dict(word.split("=", 1) for word in words[1:])))
    elif verb == "one":
        print(ids_of(must(url("DescribeInstances", MaxResults=5)))[0])
    elif verb == "fill":
        fill(int(words[0]))
    elif verb == "storm":
        storm(int(words[0]), int(words[1]))
    elif verb == "paced":
        paced(float(words[0]), float(words[1]))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
