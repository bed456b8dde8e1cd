package cloud.jarrah.web.signature;

import cloud.jarrah.web.http.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The arithmetic of Signature Version 4, as AWS documents it. Paths are signed as sent: the intake
 * lets no path through that would need to be normalised.
 */
final class SignatureV4 {
  private SignatureV4() {}

  static String canonicalRequest(
      ReceivedRequest request, String canonicalQuery, List<String> signedHeaders) {
    String headers =
        signedHeaders.stream()
            .map(name -> name + ":" + canonicalHeader(request.all(name)) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        request.path(),
        canonicalQuery,
        headers,
        String.join(";", signedHeaders),
        request.body().sha256());
  }

  private static String canonicalHeader(List<String> values) {
    return values.stream()
        .map(value -> value.strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(","));
  }

  static String stringToSign(Claim claim, String canonicalRequest) {
    return String.join(
        "\n",
        Claim.ALGORITHM,
        claim.basicTime(),
        claim.scope(),
        cloud.jarrah.web.http.Body.of(canonicalRequest).sha256());
  }

  static String signature(String secret, Claim claim, String stringToSign) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part :
        List.of(claim.scopeDate(), claim.region(), claim.service(), "aws4_request")) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, stringToSign));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
