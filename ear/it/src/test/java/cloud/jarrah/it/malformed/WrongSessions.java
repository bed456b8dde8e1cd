package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.Session;
import cloud.jarrah.it.wire.SigV2;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Temporary keys used in the wrong way, and asked for in the wrong way. */
public final class WrongSessions {
  private static final String FORM = QueryClient.form(QueryClient.EC2_VERSION, "DescribeRegions");
  private static final String WHO = QueryClient.form("2011-06-15", "GetCallerIdentity");
  private static final String TOKEN = "X-Amz-Security-Token";

  private final URI endpoint;
  private final Keys lasting;
  private final Session session;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongSessions(URI endpoint, Keys lasting, Session session) {
    this.endpoint = endpoint;
    this.lasting = lasting;
    this.session = session;
  }

  public List<Wrong> all() {
    tokens();
    keys();
    presigned();
    versionTwo();
    sts();
    return cases;
  }

  private void failure(String what, HttpCall call) {
    add(what, 401, "AuthFailure", call);
  }

  private void add(String what, int status, String code, HttpCall call) {
    cases.add(Wrong.call("session: " + what, status, code, call));
  }

  private HttpCall signed(Keys by, String token) {
    return signed(by, "ec2", FORM, token);
  }

  private HttpCall signed(Keys by, String service, String form, String token) {
    HttpCall call = new HttpCall(endpoint).form(form);
    return SigV4.now(by, service).sign(token.isEmpty() ? call : call.header(TOKEN, token));
  }

  private void tokens() {
    String token = session.token();
    Keys keys = session.keys();
    failure("no token", signed(keys, ""));
    failure("another token", signed(keys, "somebodys"));
    failure("a token of one character more", signed(keys, token + "A"));
    failure("half a token", signed(keys, token.substring(0, token.length() / 2)));
    failure("a token of another case", signed(keys, token.toUpperCase(java.util.Locale.ROOT)));
    failure("token not signed", signed(keys, "").header(TOKEN, token));
    failure("token taken away", signed(keys, token).without(TOKEN));
    failure("token changed", signed(keys, token).replacing(TOKEN, "somebodys"));
    failure("token twice", signed(keys, token).header(TOKEN, token));
    failure("token in the form", signed(keys, "ec2", FORM + "&SecurityToken=" + token, ""));
    failure("both kinds of token", signed(keys, "ec2", FORM + "&SecurityToken=" + token, token));
    Instant past = Instant.now().minus(Duration.ofMinutes(16));
    HttpCall old = new HttpCall(endpoint).form(FORM).header(TOKEN, token);
    add(
        "signed 16 minutes ago",
        400,
        "RequestExpired",
        new SigV4(keys, "ec2", "jarrah-1", past).sign(old));
  }

  private void keys() {
    String token = session.token();
    Keys keys = session.keys();
    failure("a lasting key with a token", signed(lasting, token));
    failure("the lasting secret", signed(new Keys(keys.accessKeyId(), lasting.secret()), token));
    failure("the lasting key's id", signed(new Keys(lasting.accessKeyId(), keys.secret()), token));
    failure("unknown key", signed(new Keys("ASIAJARRAHNOBODYHAS1", keys.secret()), token));
  }

  private void presigned() {
    HttpCall bare = new HttpCall(endpoint).method("GET").target("/?" + FORM);
    SigV4 signer = SigV4.now(session.keys(), "ec2");
    failure("presigned without token", signer.presign(bare, 60));
    HttpCall later = signer.presign(new HttpCall(endpoint).method("GET").target("/?" + FORM), 60);
    failure("presigned, header added", later.header(TOKEN, session.token()));
    HttpCall with = new HttpCall(endpoint).method("GET");
    with.target("/?" + FORM + "&" + TOKEN + "=somebodys");
    failure("presigned with another token", signer.presign(with, 60));
  }

  private void versionTwo() {
    Map<String, String> regions = Map.of("Action", "DescribeRegions", "Version", "2009-11-30");
    Map<String, String> other =
        Map.of("Action", "DescribeRegions", "Version", "2009-11-30", "SecurityToken", "somebodys");
    SigV2 signer = SigV2.now(endpoint, session.keys());
    failure("version 2 without token", signer.post(regions));
    failure("version 2 with another token", signer.post(other));
    failure("version 2, token in a header", signer.post(regions).header(TOKEN, session.token()));
    failure("version 2, a lasting key with a token", SigV2.now(endpoint, lasting).post(other));
  }

  private void sts() {
    Keys keys = session.keys();
    add("sts, no token", 403, "InvalidClientTokenId", signed(keys, "sts", WHO, ""));
    add("sts, another token", 403, "InvalidClientTokenId", signed(keys, "sts", WHO, "somebodys"));
    String ask = QueryClient.form("2011-06-15", "GetSessionToken");
    add("of a session", 403, "AccessDenied", signed(keys, "sts", ask, session.token()));
    for (String seconds : List.of("0", "-900", "899", "129601")) {
      add(
          "of " + seconds + " seconds",
          400,
          "ValidationError",
          signed(lasting, "sts", ask + "&DurationSeconds=" + seconds, ""));
    }
    add(
        "of an hour in words",
        400,
        "InvalidParameterValue",
        signed(lasting, "sts", ask + "&DurationSeconds=hour", ""));
    add(
        "with a device",
        400,
        "UnsupportedOperation",
        signed(lasting, "sts", ask + "&SerialNumber=GAHT12345678&TokenCode=123456", ""));
  }
}
