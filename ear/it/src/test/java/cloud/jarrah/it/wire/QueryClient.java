package cloud.jarrah.it.wire;

import java.net.URI;

/** Speaks the Query protocol with one user's keys; no retries, so that every refusal is seen. */
public record QueryClient(URI endpoint, Keys keys) {
  public static final String EC2_VERSION = "2016-11-15";

  /** Calls an EC2 action; parameters are name, value, name, value. */
  public HttpAnswer ec2(String action, String... parameters) {
    return call("ec2", EC2_VERSION, action, parameters);
  }

  public HttpAnswer sts(String action, String... parameters) {
    return call("sts", "2011-06-15", action, parameters);
  }

  private HttpAnswer call(String service, String version, String action, String... parameters) {
    HttpCall call = new HttpCall(endpoint).form(form(version, action, parameters));
    return SigV4.now(keys, service).sign(call).send();
  }

  /** A form's text. */
  public static String form(String version, String action, String... parameters) {
    StringBuilder text = new StringBuilder("Action=" + action + "&Version=" + version);
    for (int i = 0; i < parameters.length; i += 2) {
      text.append('&').append(SigV4.encode(parameters[i])).append('=');
      text.append(SigV4.encode(parameters[i + 1]));
    }
    return text.toString();
  }
}
