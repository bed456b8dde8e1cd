package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.SigV2;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests whose Signature Version 2 is not right. */
public final class WrongVersionTwo {
  private static final Map<String, String> REGIONS =
      Map.of("Action", "DescribeRegions", "Version", "2009-11-30");
  private static final Map<String, String> WHO =
      Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15");

  private final URI endpoint;
  private final SigV2 signer;
  private final SigV2 wrongSecret;
  private final SigV2 unknown;
  private final List<Wrong> cases = new ArrayList<>();

  public WrongVersionTwo(URI endpoint, Keys keys) {
    this.endpoint = endpoint;
    this.signer = SigV2.now(endpoint, keys);
    this.wrongSecret = SigV2.now(endpoint, new Keys(keys.accessKeyId(), "x".repeat(40)));
    this.unknown = SigV2.now(endpoint, new Keys("AKIAJARRAHNOBODYHAS1", "x".repeat(40)));
  }

  public List<Wrong> all() {
    signatures();
    times();
    parameters();
    return cases;
  }

  private void add(String what, int status, String code, HttpCall call) {
    cases.add(Wrong.call("version 2: " + what, status, code, call));
  }

  private void failure(String what, HttpCall call) {
    add(what, 401, "AuthFailure", call);
  }

  private HttpCall form(String text) {
    return new HttpCall(endpoint).form(text);
  }

  private void signatures() {
    String good = signer.signed("POST", REGIONS);
    failure("wrong secret", wrongSecret.post(REGIONS));
    failure("wrong secret by GET", wrongSecret.get(REGIONS));
    failure("wrong secret by HmacSHA1", wrongSecret.by("HmacSHA1").post(REGIONS));
    failure("unknown key", unknown.post(REGIONS));
    failure("parameter added", form(good + "&DryRun=true"));
    failure("parameter changed", form(good.replace("DescribeRegions", "DescribeImages")));
    failure("parameter added to the URL", form(good).target("/?DryRun=true"));
    failure("another method", form(signer.signed("GET", REGIONS)));
    failure("another path", form(good).target("/services/Eucalyptus"));
    failure("another host", form(good).replacing("Host", "localhost"));
    failure("another hash", form(good.replace("HmacSHA256", "HmacSHA1")));
    add("sts, wrong secret", 403, "SignatureDoesNotMatch", wrongSecret.post(WHO));
    add("sts, unknown key", 403, "InvalidClientTokenId", unknown.post(WHO));
  }

  private void times() {
    Instant past = Instant.now().minus(Duration.ofMinutes(16));
    Instant future = Instant.now().plus(Duration.ofMinutes(16));
    add("16 minutes ago", 400, "RequestExpired", signer.at(past).post(REGIONS));
    add("16 minutes ahead", 400, "RequestExpired", signer.at(future).post(REGIONS));
    add("expired", 400, "RequestExpired", signer.post(with("Expires", past.toString())));
    add("sts, 16 minutes ago", 403, "SignatureDoesNotMatch", signer.at(past).post(WHO));
    add(
        "a time that is none",
        400,
        "InvalidParameterValue",
        signer.post(with("Timestamp", "yesterday")));
    Map<String, String> both = with("Expires", future.toString());
    both.put("Timestamp", Instant.now().toString());
    add("Timestamp and Expires", 400, "InvalidParameterCombination", signer.post(both));
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> parameters = new HashMap<>(REGIONS);
    parameters.put(name, value);
    return parameters;
  }

  private void parameters() {
    for (String version : List.of("0", "1", "3")) {
      add(
          "version " + version,
          400,
          "InvalidParameterValue",
          signer.post(with("SignatureVersion", version)));
    }
    add(
        "an unknown method",
        400,
        "InvalidParameterValue",
        signer.post(with("SignatureMethod", "HmacMD5")));
    String good = signer.signed("POST", REGIONS);
    for (String name : List.of("AWSAccessKeyId", "SignatureMethod", "Timestamp", "Signature")) {
      add("no " + name, 400, "MissingParameter", form(good.replaceAll("&?" + name + "=[^&]*", "")));
    }
    add("two signatures", 400, "MalformedQueryString", form(good + "&Signature=x"));
    add("an action twice", 400, "MalformedQueryString", form(good + "&Action=DescribeImages"));
    add(
        "and version 4",
        400,
        "InvalidRequest",
        form(good).header("Authorization", "AWS4-HMAC-SHA256 Credential=x"));
    add(
        "and version 4 in the URL",
        400,
        "InvalidRequest",
        form(good).target("/?X-Amz-Algorithm=AWS4-HMAC-SHA256"));
    add(
        "at the administration",
        403,
        "MissingAuthenticationToken",
        signer.get(REGIONS).target("/admin/v1/accounts?" + signer.signed("GET", REGIONS)));
  }
}
