package cloud.jarrah.web.signature;

import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of Signature Version 2, as AWS documents it. */
final class SignatureV2 {
  private SignatureV2() {}

  /**
   * What the client may have signed: the parameters in the order of their bytes, encoded as RFC
   * 3986 says, whether they came in the URL or in a form. A port that the scheme has anyway may be
   * part of the host or not; all else is one form only.
   */
  static Set<String> stringsToSign(ReceivedRequest request, List<Form.Pair> parameters) {
    String query =
        parameters.stream()
            .filter(pair -> !pair.name().equals(ClaimV2.SIGNATURE))
            .sorted(Comparator.comparing(SignatureV2::nameBytes, Arrays::compareUnsigned))
            .map(pair -> Form.encode(pair.name()) + "=" + Form.encode(pair.value()))
            .collect(Collectors.joining("&"));
    String host = String.valueOf(request.first("host")).strip().toLowerCase(Locale.ROOT);
    String usual = request.secure() ? ":443" : ":80";
    Set<String> strings = new LinkedHashSet<>();
    strings.add(String.join("\n", request.method(), host, request.path(), query));
    if (host.endsWith(usual)) {
      String bare = host.substring(0, host.length() - usual.length());
      strings.add(String.join("\n", request.method(), bare, request.path(), query));
    }
    return strings;
  }

  private static byte[] nameBytes(Form.Pair pair) {
    return pair.name().getBytes(StandardCharsets.UTF_8);
  }

  static String signature(String secret, String algorithm, String stringToSign) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      byte[] signature = mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
