"""What the scripts beside it expect of answers: a difference ends them with a message."""
from botocore.exceptions import ClientError


def expect(wanted, got):
    if wanted != got:
        raise SystemExit(f"expected {wanted!r}, got {got!r}")


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as e:
        expect(code, e.response["Error"]["Code"])
        return
    raise SystemExit(f"expected {code}, but the call succeeded")
