"""A client of the API that records each call, and repeats what was not answered."""

import time

import boto3
import botocore.config
import botocore.exceptions
import botocore.parsers

from timeline import Call

# A server that is frozen must not hold a worker for long; a slow answer under emulation must still be waited for.
CONNECT_LIMIT, READ_LIMIT = 2, 8
PAUSE = 0.25
# Answers that say no with a status of 5xx, as EC2 does.
REFUSALS = {"InsufficientInstanceCapacity", "InsufficientHostCapacity"}


class Answer:
    """What came of a call: a value, a refusal's code, or nothing at all."""

    def __init__(self, value=None, code="", tries=1, request=""):
        self.value, self.code, self.tries, self.request = value, code, tries, request

    @property
    def ok(self):
        return self.value is not None

    @property
    def known(self):
        return self.ok or bool(self.code)


def make(environment):
    config = botocore.config.Config(connect_timeout=CONNECT_LIMIT, read_timeout=READ_LIMIT, retries={"total_max_attempts": 1},
                                    max_pool_connections=2, parameter_validation=False)
    session = boto3.session.Session(environment["AWS_ACCESS_KEY_ID"], environment["AWS_SECRET_ACCESS_KEY"],
                                    region_name=environment["AWS_DEFAULT_REGION"])
    return session.client("ec2", endpoint_url=environment["AWS_ENDPOINT_URL"], config=config)


class Client:
    """One worker's connection."""

    def __init__(self, environment, timeline, ended):
        self.ec2 = make(environment)
        self.timeline = timeline
        # An event: after it, what is not answered stays so.
        self.ended = ended

    def once(self, action, **parameters):
        begun = time.monotonic()
        outcome, detail, request, answer = "failed", "", "", Answer()
        try:
            value = getattr(self.ec2, action)(**parameters)
            request = value["ResponseMetadata"].get("RequestId", "")
            outcome, answer = "ok", Answer(value, request=request)
        except botocore.exceptions.ClientError as e:
            metadata = e.response["ResponseMetadata"]
            code, status = e.response["Error"].get("Code", "?"), metadata["HTTPStatusCode"]
            detail, request = code, metadata.get("RequestId", "")
            if status < 500 or code in REFUSALS:
                outcome, answer = "refused", Answer(code=code, request=request)
            else:
                detail = f"HTTP {status} {code}" if code != str(status) else f"HTTP {status}"
        except (botocore.exceptions.HTTPClientError, botocore.exceptions.ConnectionError,
                botocore.parsers.ResponseParserError) as e:
            detail = type(e).__name__.removesuffix("Error")
        self.timeline.add(Call(begun, time.monotonic(), action, outcome, detail, request))
        return answer

    def until_answered(self, action, **parameters):
        """Says the very same again until it is answered: only then is known what became of it."""
        tries = 0
        while True:
            tries += 1
            answer = self.once(action, **parameters)
            answer.tries = tries
            if answer.known or self.ended.is_set():
                return answer
            self.ended.wait(PAUSE)
