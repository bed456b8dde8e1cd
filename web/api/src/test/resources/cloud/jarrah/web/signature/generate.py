#!/usr/bin/env python3
"""Writes signatures.txt: requests signed by botocore, some of them spoilt afterwards.

Run it by hand when a case is added; the result is committed, so that the tests need no Python.
"""
import datetime
import hashlib
from unittest import mock
from urllib.parse import urlsplit

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

KEY, SECRET = "AKIDEXAMPLE000000000", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
SESSION, SESSION_SECRET = "ASIAEXAMPLE000000000", "x5nRZn0hbW1vIDMgbW9yZSBtb3JlIG1vcmUgbW9y"
EXPIRED, TOKEN = "ASIAEXPIRED000000000", "FwoGZXIvYXdzEXAMPLE/+token=="
NOW = datetime.datetime(2026, 11, 21, 9, 0, 0)
HOST = "127.0.0.1:8773"
FORM = "application/x-www-form-urlencoded; charset=utf-8"
ACTION = "Action=DescribeRegions&Version=2016-11-15"
WHO = "Action=GetCallerIdentity&Version=2011-06-15"
OUT = []


def request(method="POST", target="/", body="", headers=(), host=HOST, content_type=FORM):
    result = AWSRequest(method=method, url=f"http://{host}{target}", data=body.encode())
    if body and content_type:
        result.headers["Content-Type"] = content_type
    for name, value in headers:
        result.headers[name] = value
    return result


def sign(req, service="ec2", region="jarrah-1", offset=0, key=KEY, secret=SECRET, expires=None,
         token=None):
    time = NOW + datetime.timedelta(seconds=offset)
    credentials = Credentials(key, secret, token)
    with mock.patch("botocore.auth.get_current_datetime", return_value=time):
        if expires is None:
            botocore.auth.SigV4Auth(credentials, service, region).add_auth(req)
        else:
            botocore.auth.SigV4QueryAuth(credentials, service, region, expires=expires).add_auth(req)
    if "Host" not in req.headers:
        req.headers["Host"] = urlsplit(req.url).netloc
    return req


def lines(req):
    parts = urlsplit(req.url)
    target = parts.path + ("?" + parts.query if parts.query else "")
    head = [f"{req.method} {target}"] + [f"{k}: {v}" for k, v in req.headers.items()]
    return "\n".join(head) + "\n\n" + (req.body or b"").decode()


def case(name, expect, req, spoil=None):
    text = lines(req) if isinstance(req, AWSRequest) else req
    if spoil:
        changed = spoil(text)
        assert changed != text, name
        text = changed
    OUT.append(f"== {name}\nexpect {expect}\n{text}\n")


def swap(old, new):
    return lambda text: text.replace(old, new, 1)


def drop(prefix):
    return lambda text: "\n".join(l for l in text.split("\n") if not l.startswith(prefix))


def insert(line):
    return lambda text: text.replace("\n", "\n" + line + "\n", 1)


def ec2(**more):
    return sign(request(body=ACTION), **more)


def accepted():
    case("form signed by header", "accepted", ec2())
    case("any region", "accepted", ec2(region="eu-central-1"))
    case("host without port", "accepted", sign(request(body=ACTION, host="cloud.example.org")))
    case("no body", "accepted", sign(request("GET", "/?" + ACTION)))
    case("parameters in need of sorting and encoding", "accepted",
         sign(request("GET", "/?b=2&a=%C3%A9~%2F%2B%20x&a=1&Z=&empty&A-b.1=%25&" + ACTION)))
    case("plus signed as it stands", "accepted", sign(request("GET", "/?k=a+b&" + ACTION)))
    params = request("GET", "/?")
    params.params = {"k": "a b+c", "Action": "DescribeRegions", "é": "*'()", "e": ""}
    signed = sign(params)
    signed.url += "k=a%20b%2Bc&Action=DescribeRegions&%C3%A9=%2A%27%28%29&e="
    case("parameters signed from their values", "accepted", signed)
    case("space sent as plus, signed as %20", "accepted", lines(signed).replace("a%20b", "a+b"))
    case("lower-case escapes, signed in upper case", "accepted",
         lines(signed).replace("%2A%27", "%2a%27"))
    case("headers with several blanks", "accepted",
         sign(request(body=ACTION, headers=[("X-Amz-Meta", "  a   b  c "), ("My-Header", "x  y")])))
    case("header given twice", "accepted",
         sign(request(body=ACTION, headers=[("My-Header", "a"), ("My-Header", "b")])))
    case("time in the Date header", "accepted",
         sign(request(body=ACTION, headers=[("Date", "x")])))
    case("Eucalyptus' path", "accepted", sign(request("POST", "/services/Eucalyptus", ACTION)))
    case("fourteen minutes old", "accepted", ec2(offset=-840))
    case("fourteen minutes ahead", "accepted", ec2(offset=840))
    case("presigned", "accepted", sign(request("GET", "/?" + ACTION), expires=60))
    case("presigned, an hour old and good for two", "accepted",
         sign(request("GET", "/?" + ACTION), expires=7200, offset=-3600))
    case("presigned with another signed header", "accepted",
         sign(request("GET", "/?" + ACTION, headers=[("X-K8s-Aws-Id", "c")]), expires=60))
    case("declared content hash", "accepted",
         sign(request(body=ACTION, headers=[("X-Amz-Content-SHA256",
              hashlib.sha256(ACTION.encode()).hexdigest())])))
    case("unsigned header on the way", "accepted", ec2(), insert("X-Forwarded-For: 10.0.0.1"))


def spoilt():
    bad = "AuthFailure 401"
    case("wrong secret", bad, ec2(secret="wrong"))
    case("unknown key", bad, ec2(key="AKIDUNKNOWN000000000"))
    case("unknown key of absurd form", bad, ec2(key="' or 1=1 --"))
    case("body changed", bad, ec2(), swap("DescribeRegions", "DescribeImages"))
    case("path changed", bad, ec2(), swap("POST /", "POST /services/Eucalyptus"))
    case("method changed", bad, sign(request("GET", "/?" + ACTION)), swap("GET", "POST"))
    case("parameter added", bad, sign(request("GET", "/?" + ACTION)), swap("?", "?DryRun=true&"))
    case("host changed", bad, ec2(), swap("Host: 127.0.0.1:8773", "Host: 127.0.0.1:8774"))
    case("signed header removed", bad, ec2(), drop("Content-Type"))
    case("signed header changed", bad, ec2(), swap("Content-Type: application/x-www", "Content-Type: application/y-www"))
    case("date of the scope differs", bad, ec2(), swap("/20261121/", "/20261120/"))
    case("time changed", bad, ec2(), swap("20261121T090000Z", "20261121T090001Z"))
    case("signed for another service", bad, ec2(service="s3"))
    case("signature of zeros", bad, ec2(), lambda t: t[:t.index("Signature=") + 10] + "0" * 64 + t[t.index("Signature=") + 74:])
    unlisted = ec2()
    case("amazon header that is not signed", bad, unlisted, insert("X-Amz-Target: x"))
    case("host not signed", bad, ec2(), swap("content-type;host;", "content-type;"))
    case("unsigned payload", bad, sign(request(body=ACTION, headers=[("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD")])))
    case("two hosts", bad, ec2(), insert("Host: 127.0.0.1:8773"))
    case("sixteen minutes old", "RequestExpired 400", ec2(offset=-960))
    case("sixteen minutes ahead", "RequestExpired 400", ec2(offset=960))
    case("presigned and expired", "RequestExpired 400", sign(request("GET", "/?" + ACTION), expires=60, offset=-61))
    case("presigned for the future", "RequestExpired 400", sign(request("GET", "/?" + ACTION), expires=60, offset=960))
    case("presigned, lifetime stretched", bad, sign(request("GET", "/?" + ACTION), expires=60), swap("X-Amz-Expires=60", "X-Amz-Expires=600"))
    case("presigned, body added", bad, sign(request("GET", "/?" + ACTION), expires=60), lambda t: t + "DryRun=true")
    case("lasting key with a token", bad, sign(request(body=ACTION, headers=[("X-Amz-Security-Token", "t")])))
    case("unsigned", "MissingAuthenticationToken 403", lines(request(body=ACTION, headers=[("Host", HOST)])))


def incomplete():
    code = "IncompleteSignature 400"
    case("other scheme", code, ec2(), swap("AWS4-HMAC-SHA256 ", "Basic "))
    case("scheme alone", code, ec2(), lambda t: t[:t.index(" Credential=")] + t[t.index("\nHost"):])
    case("no credential", code, ec2(), swap("Credential=", "Cred="))
    case("no signature", code, ec2(), swap("Signature=", "Sig="))
    case("no signed headers", code, ec2(), swap("SignedHeaders=", "Signed="))
    case("scope of four parts", code, ec2(), swap("/jarrah-1/", "/"))
    case("other terminator", code, ec2(), swap("aws4_request", "aws5_request"))
    case("no time", code, ec2(), drop("X-Amz-Date"))
    case("time that is none", code, ec2(), swap("X-Amz-Date: 20261121T090000Z", "X-Amz-Date: yesterday"))
    case("month 13", code, ec2(), swap("X-Amz-Date: 20261121T", "X-Amz-Date: 20261321T"))
    case("signature too short", code, ec2(), lambda t: t[:t.index("Signature=") + 20] + t[t.index("\nHost"):])
    case("field twice", code, ec2(), swap("Credential=", "Credential=x, Credential="))
    case("presigned for more than a week", code, sign(request("GET", "/?" + ACTION), expires=604801))
    case("presigned without lifetime", code, sign(request("GET", "/?" + ACTION), expires=60), swap("X-Amz-Expires=60&", ""))
    case("presigned with negative lifetime", code, sign(request("GET", "/?" + ACTION), expires=-5))
    case("presigned parameter twice", code, sign(request("GET", "/?" + ACTION), expires=60), swap("?", "?X-Amz-Date=20261121T090000Z&"))
    case("signed twice over", "InvalidRequest 400", ec2(), swap("POST /", "POST /?X-Amz-Algorithm=AWS4-HMAC-SHA256"))
    case("two authorization headers", "InvalidRequest 400", ec2(), insert("Authorization: AWS4-HMAC-SHA256 x=y"))


def sts():
    def who(**more):
        return sign(request(body=WHO), service="sts", **more)
    case("sts by header", "accepted", who())
    case("sts presigned", "accepted", sign(request("GET", "/?" + WHO), service="sts", expires=60))
    case("sts with wrong secret", "SignatureDoesNotMatch 403", who(secret="wrong"))
    case("sts with unknown key", "InvalidClientTokenId 403", who(key="AKIDUNKNOWN000000000"))
    case("sts sixteen minutes old", "SignatureDoesNotMatch 403", who(offset=-960))
    case("sts sixteen minutes ahead", "SignatureDoesNotMatch 403", who(offset=960))
    case("sts lasting key with a token", "InvalidClientTokenId 403", sign(request(body=WHO, headers=[("X-Amz-Security-Token", "t")]), service="sts"))
    case("sts version signed for another service", "SignatureDoesNotMatch 403", sign(request(body=WHO), service="iam"))


def sessions():
    def session(req=None, key=SESSION, secret=SESSION_SECRET, token=TOKEN, **more):
        return sign(req or request(body=ACTION), key=key, secret=secret, token=token, **more)

    def url(**more):
        return session(request("GET", "/?" + ACTION), expires=60, **more)

    def who(**more):
        return session(request(body=WHO), service="sts", **more)
    bad = "AuthFailure 401"
    case("session by header", "accepted", session())
    case("session presigned", "accepted", url())
    case("sts session", "accepted", who())
    case("session without token", bad, session(token=None))
    case("session presigned without token", bad, url(token=None))
    case("session with another token", bad, session(token="other"))
    case("session with an empty token", bad, session(request(body=ACTION, headers=[("X-Amz-Security-Token", "")]), token=None))
    case("session with wrong secret", bad, session(secret=SECRET))
    case("session's secret with the lasting key", bad, session(key=KEY))
    case("unknown session", bad, session(key="ASIAUNKNOWN000000000"))
    case("session, token changed on the way", bad, session(), swap("Token: F", "Token: G"))
    case("session, token taken away", bad, session(), drop("X-Amz-Security-Token"))
    case("session, token added unsigned", bad, session(token=None), insert("X-Amz-Security-Token: " + TOKEN))
    case("session presigned, token changed", bad, url(), swap("FwoG", "FwoH"))
    case("session presigned, token added unsigned", bad, url(token=None), swap("?", "?X-Amz-Security-Token=" + TOKEN + "&"))
    case("session, token twice", bad, session(), insert("X-Amz-Security-Token: " + TOKEN))
    case("session, token in header and URL", bad, url(), insert("X-Amz-Security-Token: " + TOKEN))
    case("session, token in the form", bad, session(request(body=ACTION + "&SecurityToken=" + TOKEN), token=None))
    case("session with both kinds of token", bad, session(request(body=ACTION + "&SecurityToken=" + TOKEN)))
    case("expired session", "RequestExpired 400", session(key=EXPIRED))
    case("expired session presigned", "RequestExpired 400", url(key=EXPIRED))
    case("expired session with wrong secret", bad, session(key=EXPIRED, secret=SECRET))
    case("expired session without token", bad, session(key=EXPIRED, token=None))
    case("sts expired session", "ExpiredToken 403", who(key=EXPIRED))
    case("sts session without token", "InvalidClientTokenId 403", who(token=None))
    case("sts session with another token", "InvalidClientTokenId 403", who(token="other"))
    case("sts session with wrong secret", "SignatureDoesNotMatch 403", who(secret=SECRET))


accepted()
spoilt()
incomplete()
sts()
sessions()
with open("signatures.txt", "w", encoding="utf-8") as out:
    out.write("# Written by generate.py; the server's clock stands at 2026-11-21T09:00:00Z.\n")
    out.write("".join(OUT))
