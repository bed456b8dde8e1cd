package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Requests whose Signature Version 4 is not right, of EC2 and of the services that came later. */
public final class WrongSignatures {
  private static final String FORM = QueryClient.form(QueryClient.EC2_VERSION, "DescribeRegions");
  private static final String STS_FORM = QueryClient.form("2011-06-15", "GetCallerIdentity");
  private static final Duration TOO_FAR = Duration.ofMinutes(16);

  private final URI endpoint;
  private final Keys keys;
  private final Keys wrongSecret;
  private final Keys unknown = new Keys("AKIAJARRAHNOBODYHAS1", "x".repeat(40));

  public WrongSignatures(URI endpoint, Keys keys) {
    this.endpoint = endpoint;
    this.keys = keys;
    this.wrongSecret = new Keys(keys.accessKeyId(), "x".repeat(40));
  }

  public List<Wrong> all() {
    return List.of(
        Wrong.call("unsigned", 403, "MissingAuthenticationToken", form()),
        Wrong.call("wrong secret", 401, "AuthFailure", ec2(wrongSecret)),
        Wrong.call("unknown key", 401, "AuthFailure", ec2(unknown)),
        Wrong.call("signed 16 minutes ago", 400, "RequestExpired", signedAt(past())),
        Wrong.call("signed 16 minutes ahead", 400, "RequestExpired", signedAt(future())),
        Wrong.call("body changed after signing", 401, "AuthFailure", ec2(keys).body(FORM + "&a=b")),
        Wrong.call("for another service", 401, "AuthFailure", signedFor("s3")),
        Wrong.call("for another region's date", 401, "AuthFailure", otherDay()),
        Wrong.call("without host", 401, "AuthFailure", signedHeaders(List.of("x-amz-date"))),
        Wrong.call(
            "a signed header is missing",
            401,
            "AuthFailure",
            signedHeaders(List.of("host", "x-amz-date", "x-missing"))),
        Wrong.call("short credential", 400, "IncompleteSignature", authorization("a/b/ec2/c")),
        Wrong.call("basic authorization", 400, "IncompleteSignature", plain("Basic eDp5")),
        Wrong.call("empty authorization", 400, "IncompleteSignature", plain("AWS4-HMAC-SHA256")),
        Wrong.call("two authorizations", 400, "InvalidRequest", twice()),
        Wrong.call("no date", 400, "IncompleteSignature", ec2(keys).without("X-Amz-Date")),
        Wrong.call("a date that is none", 400, "IncompleteSignature", dated("yesterday")),
        Wrong.call("header and URL", 400, "InvalidRequest", headerAndUrl()),
        Wrong.call("presigned for no time", 400, "IncompleteSignature", presigned(now(), 0)),
        Wrong.call("presigned, expired", 400, "RequestExpired", presigned(past(), 60)),
        Wrong.call("presigned, wrong secret", 401, "AuthFailure", presignedWrong()),
        Wrong.call("sts, wrong secret", 403, "SignatureDoesNotMatch", sts(wrongSecret, now())),
        Wrong.call("sts, unknown key", 403, "InvalidClientTokenId", sts(unknown, now())),
        Wrong.call("sts, expired", 403, "SignatureDoesNotMatch", sts(keys, past())));
  }

  private static Instant now() {
    return Instant.now();
  }

  private static Instant past() {
    return now().minus(TOO_FAR);
  }

  private static Instant future() {
    return now().plus(TOO_FAR);
  }

  private HttpCall form() {
    return form(FORM);
  }

  private HttpCall form(String text) {
    return new HttpCall(endpoint).form(text);
  }

  private HttpCall ec2(Keys by) {
    return SigV4.now(by, "ec2").sign(form());
  }

  private HttpCall signedAt(Instant time) {
    return new SigV4(keys, "ec2", "jarrah-1", time).sign(form());
  }

  private HttpCall signedFor(String service) {
    return SigV4.now(keys, service).sign(form());
  }

  private HttpCall sts(Keys by, Instant time) {
    return new SigV4(by, "sts", "jarrah-1", time).sign(form(STS_FORM));
  }

  private HttpCall otherDay() {
    SigV4 now = SigV4.now(keys, "ec2");
    SigV4 then = new SigV4(keys, "ec2", "jarrah-1", now().minus(Duration.ofDays(2)));
    return now.sign(form())
        .replacing(
            "Authorization", then.authorization(List.of("host", "x-amz-date"), "0".repeat(64)));
  }

  private HttpCall signedHeaders(List<String> names) {
    SigV4 now = SigV4.now(keys, "ec2");
    return now.sign(form()).replacing("Authorization", now.authorization(names, "0".repeat(64)));
  }

  private HttpCall authorization(String credential) {
    return plain(
        "AWS4-HMAC-SHA256 Credential="
            + credential
            + ", SignedHeaders=host;x-amz-date, Signature="
            + "0".repeat(64));
  }

  private HttpCall plain(String authorization) {
    return ec2(keys).replacing("Authorization", authorization);
  }

  private HttpCall twice() {
    HttpCall call = ec2(keys);
    SigV4 now = SigV4.now(keys, "ec2");
    return call.header("Authorization", now.authorization(List.of("host"), "0".repeat(64)));
  }

  private HttpCall dated(String date) {
    return ec2(keys).replacing("X-Amz-Date", date);
  }

  private HttpCall headerAndUrl() {
    SigV4 now = SigV4.now(keys, "ec2");
    return now.sign(now.presign(form(), 60));
  }

  private HttpCall presigned(Instant time, long seconds) {
    return presigned(keys, time, seconds);
  }

  private HttpCall presignedWrong() {
    return presigned(wrongSecret, now(), 60);
  }

  private HttpCall presigned(Keys by, Instant time, long seconds) {
    HttpCall call = new HttpCall(endpoint).method("GET").target("/?" + FORM);
    return new SigV4(by, "ec2", "jarrah-1", time).presign(call, seconds);
  }
}
