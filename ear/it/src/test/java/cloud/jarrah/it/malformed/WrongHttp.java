package cloud.jarrah.it.malformed;

import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.SigV4;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests that are wrong as HTTP, or go where nothing is. */
public final class WrongHttp {
  private static final String FORM = QueryClient.form(QueryClient.EC2_VERSION, "DescribeRegions");

  private final URI endpoint;
  private final Keys keys;

  public WrongHttp(URI endpoint, Keys keys) {
    this.endpoint = endpoint;
    this.keys = keys;
  }

  public List<Wrong> all() {
    return List.of(
        Wrong.call("nothing there", 404, "NotFound", get("/nothing")),
        Wrong.call("a way out", 404, "NotFound", get("/../etc/passwd")),
        Wrong.call("a hidden way out", 404, "NotFound", get("/%2e%2e/etc/passwd")),
        Wrong.call("the server's own pages", 404, "NotFound", get("/WEB-INF/web.xml")),
        Wrong.call("the SOAP module's own pages", 404, "NotFound", get("/soap/WEB-INF/web.xml")),
        Wrong.call("nothing beside SOAP", 404, "NotFound", get("/soap/nothing")),
        Wrong.call("the server's console", 404, "NotFound", get("/console")),
        Wrong.call("a doubled slash", 404, "NotFound", get("//")),
        Wrong.call("PUT", 405, "MethodNotAllowed", post("a").method("PUT")),
        Wrong.call("DELETE", 405, "MethodNotAllowed", post("a").method("DELETE")),
        Wrong.call("TRACE", 405, "", post("").method("TRACE")),
        Wrong.call("a method that is none", 405, "MethodNotAllowed", post("").method("BREW")),
        Wrong.call("a body of 1 MiB and more", 413, "RequestEntityTooLarge", post(mebibyte())),
        Wrong.call("a body without type", 403, "MissingAuthenticationToken", untyped()),
        Wrong.call("a form signed as text", 400, "MissingAction", asText()),
        bytes("two lengths", "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        bytes("a length that is none", "Content-Length: many\r\n\r\nab"),
        new Wrong("no HTTP", 400, "", () -> HttpCall.send(endpoint, ascii("BREW COFFEE\r\n\r\n"))),
        Wrong.call("enrolment in clear text", 404, "NotFound", json("/node/v1/enrolment", "{}")),
        Wrong.call("an image in clear text", 404, "NotFound", get("/node/v1/images/ami-1")),
        Wrong.call(
            "administration unsigned",
            403,
            "MissingAuthenticationToken",
            json("/admin/v1/accounts", "{\"name\":\"x\"}")));
  }

  private HttpCall get(String target) {
    return new HttpCall(endpoint).method("GET").target(target);
  }

  private HttpCall post(String body) {
    return new HttpCall(endpoint).form(body);
  }

  private HttpCall json(String target, String body) {
    return new HttpCall(endpoint)
        .target(target)
        .header("Content-Type", "application/json")
        .body(body);
  }

  private static String mebibyte() {
    return FORM + "&a=" + "b".repeat(1 << 20);
  }

  private HttpCall untyped() {
    return new HttpCall(endpoint).body(FORM);
  }

  private HttpCall asText() {
    HttpCall call = new HttpCall(endpoint).header("Content-Type", "text/plain").body(FORM);
    return SigV4.now(keys, "ec2").sign(call);
  }

  private Wrong bytes(String what, String headersAndBody) {
    String head = "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n";
    byte[] all = ascii(head + "Connection: close\r\n" + headersAndBody);
    return new Wrong(what, 400, "", () -> HttpCall.send(endpoint, all));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
