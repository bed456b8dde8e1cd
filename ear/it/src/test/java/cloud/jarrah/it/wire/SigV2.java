package cloud.jarrah.it.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 2, written from its description, independently of the server's own code.
 *
 * @param method HmacSHA256 or HmacSHA1
 */
public record SigV2(URI endpoint, Keys keys, String method, Instant time) {

  public static SigV2 now(URI endpoint, Keys keys) {
    return new SigV2(endpoint, keys, "HmacSHA256", Instant.now());
  }

  public SigV2 by(String otherMethod) {
    return new SigV2(endpoint, keys, otherMethod, time);
  }

  public SigV2 at(Instant otherTime) {
    return new SigV2(endpoint, keys, method, otherTime);
  }

  /** A form with its signature; what it says of itself replaces what would be added. */
  public HttpCall post(Map<String, String> parameters) {
    return new HttpCall(endpoint).form(signed("POST", parameters));
  }

  public HttpCall get(Map<String, String> parameters) {
    return new HttpCall(endpoint).method("GET").target("/?" + signed("GET", parameters));
  }

  /** The parameters as text, signature last. */
  public String signed(String verb, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(parameters);
    all.putIfAbsent("AWSAccessKeyId", keys.accessKeyId());
    all.putIfAbsent("SignatureVersion", "2");
    all.putIfAbsent("SignatureMethod", method);
    if (!all.containsKey("Expires")) {
      all.putIfAbsent("Timestamp", time.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    String text =
        all.entrySet().stream()
            .map(e -> SigV4.encode(e.getKey()) + "=" + SigV4.encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return text + "&Signature=" + SigV4.encode(hmac(verb + "\n" + host() + "\n/\n" + text));
  }

  private String host() {
    return endpoint.getAuthority();
  }

  private String hmac(String text) {
    String algorithm = method.equals("HmacSHA1") ? "HmacSHA1" : "HmacSHA256";
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(keys.secret().getBytes(StandardCharsets.UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
