#!/usr/bin/env python3
"""Writes signatures-v2.txt: requests signed by Signature Version 2, some of them spoilt afterwards.

Those of HmacSHA256 with a Timestamp are signed by botocore; what it cannot do is signed here, from
the description. Run it by hand when a case is added; the result is committed.
"""
import base64
import hashlib
import hmac
import time
from unittest import mock
from urllib.parse import quote

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY, SECRET = "AKIDEXAMPLE000000000", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SESSION, SESSION_SECRET = "ASIAEXAMPLE000000000", "x5nRZn0hbW1vIDMgbW9yZSBtb3JlIG1vcmUgbW9y"
EXPIRED, TOKEN = "ASIAEXPIRED000000000", "FwoGZXIvYXdzEXAMPLE/+token=="
HOST = "127.0.0.1:8773"
NOW = 1795251600  # 2026-11-21T09:00:00Z
ACTION = {"Action": "DescribeRegions", "Version": "2009-11-30"}
WHO = {"Action": "GetCallerIdentity", "Version": "2011-06-15"}
OUT = []


def encoded(params):
    return "&".join(f"{quote(k, safe='')}={quote(str(v), safe='-_~')}" for k, v in params.items())


def written(method, host, path, params):
    if method == "GET":
        return f"GET {path}?{encoded(params)}\nHost: {host}\n\n"
    return (f"POST {path}\nHost: {host}\n"
            f"Content-Type: application/x-www-form-urlencoded; charset=utf-8\n\n{encoded(params)}")


def botocore_signed(method="POST", params=ACTION, host=HOST, path="/", minutes=0,
                    key=KEY, secret=SECRET, token=None):
    params = dict(params)
    request = AWSRequest(method=method, url=f"http://{host}{path}",
                         data=params if method == "POST" else None,
                         params=params if method == "GET" else None)
    moment = time.gmtime(NOW + minutes * 60)
    with mock.patch("botocore.auth.time.gmtime", return_value=moment):
        botocore.auth.SigV2Auth(Credentials(key, secret, token)).add_auth(request)
    return written(method, host, path, request.data or request.params)


def own(method="POST", params=ACTION, host=HOST, path="/", hash_name="HmacSHA1", sign_host=None,
        time_parameter=("Timestamp", "2026-11-21T09:00:00Z"), **more):
    params = {**params, "AWSAccessKeyId": KEY, "SignatureVersion": "2",
              "SignatureMethod": hash_name, time_parameter[0]: time_parameter[1], **more}
    params = {k: v for k, v in params.items() if v is not None}
    ordered = dict(sorted(params.items(), key=lambda p: p[0].encode()))
    text = "\n".join([method, (sign_host or host).lower(), path, encoded(ordered)])
    digest = hashlib.sha1 if hash_name == "HmacSHA1" else hashlib.sha256
    mac = hmac.new(SECRET.encode(), text.encode(), digest).digest()
    params["Signature"] = base64.b64encode(mac).decode()
    return written(method, host, path, params)


def case(name, expect, text, spoil=None):
    if spoil:
        changed = spoil(text)
        assert changed != text, name
        text = changed
    OUT.append(f"== {name}\nexpect {expect}\n{text}\n")


def swap(old, new):
    return lambda text: text.replace(old, new, 1)


def without(name):
    def spoil(text):
        head, body = text.split("\n\n", 1)
        return head + "\n\n" + "&".join(p for p in body.split("&") if not p.startswith(name + "="))
    return spoil


def accepted():
    ok = "accepted"
    case("two: form, HmacSHA256", ok, botocore_signed())
    case("two: URL, HmacSHA256", ok, botocore_signed("GET"))
    case("two: Eucalyptus' path", ok, botocore_signed("GET", path="/services/Eucalyptus"))
    case("two: host without port", ok, botocore_signed(host="cloud.example.org"))
    case("two: values in need of encoding", ok,
         botocore_signed("GET", {**ACTION, "Filter.1.Value.1": "a b+c/*~é&=%", "Z": "", "a": "ß"}))
    case("two: lists in the order of their bytes", ok,
         botocore_signed(params={**ACTION, "R.10": "c", "R.2": "b", "R.1": "a", "R": "", "r.1": "z"}))
    case("two: fourteen minutes old", ok, botocore_signed(minutes=-14))
    case("two: fourteen minutes ahead", ok, botocore_signed(minutes=14))
    case("two: form, HmacSHA1", ok, own())
    case("two: URL, HmacSHA1", ok, own("GET"))
    case("two: own signer, HmacSHA256", ok, own(hash_name="HmacSHA256"))
    case("two: host in upper case", ok, own(host="CLOUD.example.org:8773"))
    case("two: port that https has anyway, signed without", ok,
         own(host="cloud.example.org:443", sign_host="cloud.example.org"))
    case("two: port that https has anyway, signed with it", ok, own(host="cloud.example.org:443"))
    case("two: expires later", ok, own(time_parameter=("Expires", "2026-11-21T10:00:00Z")))
    case("two: time with fractions", ok,
         own(time_parameter=("Timestamp", "2026-11-21T09:00:00.123Z")))
    case("two: time of another zone", ok,
         own(time_parameter=("Timestamp", "2026-11-21T10:00:00+01:00")))
    case("two: time without a zone is UTC", ok,
         own(time_parameter=("Timestamp", "2026-11-21T09:00:00")))
    case("two: parameters in URL and form", ok, own(), lambda t: t
         .replace("Action=DescribeRegions&", "").replace("POST /", "POST /?Action=DescribeRegions"))
    case("two: session", ok,
         botocore_signed(key=SESSION, secret=SESSION_SECRET, token=TOKEN))
    case("two: session by URL", ok,
         botocore_signed("GET", key=SESSION, secret=SESSION_SECRET, token=TOKEN))
    case("sts two: form", ok, botocore_signed(params=WHO))


def spoilt():
    bad = "AuthFailure 401"
    case("two: wrong secret", bad, botocore_signed(secret="wrong"))
    case("two: unknown key", bad, botocore_signed(key="AKIDUNKNOWN000000000"))
    case("two: key of absurd form", bad, botocore_signed(key="' or 1=1 --"))
    case("two: parameter changed", bad, botocore_signed(), swap("DescribeRegions", "DescribeImages"))
    case("two: parameter added", bad, botocore_signed(), lambda t: t + "&DryRun=true")
    case("two: parameter added to the URL", bad, botocore_signed(), swap("POST /", "POST /?a=b"))
    case("two: method changed", bad, botocore_signed("GET"), swap("GET", "POST"))
    case("two: path changed", bad, botocore_signed(), swap("POST /", "POST /services/Eucalyptus"))
    case("two: host changed", bad, botocore_signed(), swap(":8773", ":8774"))
    case("two: unusual port, signed without", bad, own(sign_host="127.0.0.1"))
    case("two: two hosts", bad, botocore_signed(), swap("Host:", "Host: evil\nHost:"))
    case("two: hash exchanged", bad, own(), swap("HmacSHA1", "HmacSHA256"))
    case("two: signature with a character more", bad, botocore_signed(), lambda t: t + "A")
    case("two: signature in another alphabet", bad, own(Note="6"),
         lambda t: t.replace("%2B", "-").replace("%2F", "_"))
    case("two: sixteen minutes old", "RequestExpired 400", botocore_signed(minutes=-16))
    case("two: sixteen minutes ahead", "RequestExpired 400", botocore_signed(minutes=16))
    case("two: expired", "RequestExpired 400",
         own(time_parameter=("Expires", "2026-11-21T08:59:59Z")))
    case("two: expires in a month", "RequestExpired 400",
         own(time_parameter=("Expires", "2026-12-21T09:00:00Z")))
    case("two: session without token", bad, botocore_signed(key=SESSION, secret=SESSION_SECRET))
    case("two: session with another token", bad,
         botocore_signed(key=SESSION, secret=SESSION_SECRET, token="other"))
    case("two: session, token changed on the way", bad,
         botocore_signed(key=SESSION, secret=SESSION_SECRET, token=TOKEN), swap("FwoG", "FwoH"))
    case("two: session, token in a header", bad,
         botocore_signed(key=SESSION, secret=SESSION_SECRET),
         swap("Host:", f"X-Amz-Security-Token: {TOKEN}\nHost:"))
    case("two: token of a session with a lasting key", bad, botocore_signed(token=TOKEN))
    case("two: expired session", "RequestExpired 400",
         botocore_signed(key=EXPIRED, secret=SESSION_SECRET, token=TOKEN))
    case("sts two: wrong secret", "SignatureDoesNotMatch 403",
         botocore_signed(params=WHO, secret="wrong"))
    case("sts two: unknown key", "InvalidClientTokenId 403",
         botocore_signed(params=WHO, key="AKIDUNKNOWN000000000"))
    case("sts two: sixteen minutes old", "SignatureDoesNotMatch 403",
         botocore_signed(params=WHO, minutes=-16))
    case("sts two: expired session", "ExpiredToken 403",
         botocore_signed(params=WHO, key=EXPIRED, secret=SESSION_SECRET, token=TOKEN))


def incomplete():
    missing, value, twice = "MissingParameter 400", "InvalidParameterValue 400", "MalformedQueryString 400"
    for name in ("AWSAccessKeyId", "Signature", "SignatureVersion", "SignatureMethod", "Timestamp"):
        case(f"two: no {name}", missing, botocore_signed(), without(name))
    case("two: empty signature", missing, own(), lambda t: t[:t.index("Signature=") + 10])
    for version in ("0", "1", "3", "02", "two"):
        case(f"two: version {version}", value, own(SignatureVersion=version))
    for method in ("HmacMD5", "hmacsha256", "None", "RSA-SHA256"):
        case(f"two: method {method}", value, own(), swap("HmacSHA1", method))
    for moment in ("yesterday", "2026-11-21", "2026-13-21T09:00:00Z", "1795251600"):
        case(f"two: time {moment}", value, own(time_parameter=("Timestamp", moment)))
    case("two: Timestamp and Expires", "InvalidParameterCombination 400",
         own(Expires="2026-11-21T10:00:00Z"))
    case("two: signature twice", twice, own(), lambda t: t + "&Signature=x")
    case("two: parameter twice", twice, own(), lambda t: t + "&Action=RunInstances")
    case("two: parameter in URL and form", twice, own(), swap("POST /", "POST /?Action=RunInstances"))
    case("two: key twice", twice, own(), swap("POST /", "POST /?AWSAccessKeyId=AKIDUNKNOWN000000000"))
    case("two: and four by header", "InvalidRequest 400", own(),
         swap("Host:", "Authorization: AWS4-HMAC-SHA256 Credential=x\nHost:"))
    case("two: and four in the URL", "InvalidRequest 400", own("GET"),
         swap("GET /?", "GET /?X-Amz-Algorithm=AWS4-HMAC-SHA256&"))
    case("two: and basic authorization", "InvalidRequest 400", own(),
         swap("Host:", "Authorization: Basic eDp5\nHost:"))
    case("two: only the method's name", "MissingAuthenticationToken 403",
         written("POST", HOST, "/", {**ACTION, "SignatureMethod": "HmacSHA256"}))


accepted()
spoilt()
incomplete()
with open("signatures-v2.txt", "w", encoding="utf-8") as out:
    out.write("# Written by generate_v2.py; the server's clock stands at 2026-11-21T09:00:00Z.\n")
    out.write("".join(OUT))
