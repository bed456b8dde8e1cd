package cloud.jarrah.keypairs.control;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Fingerprints in the notations of the public API. */
final class Fingerprints {
  private Fingerprints() {}

  static String sha1(byte[] content) {
    return HexFormat.ofDelimiter(":").formatHex(digest("SHA-1", content));
  }

  static String md5(byte[] content) {
    return HexFormat.ofDelimiter(":").formatHex(digest("MD5", content));
  }

  static String sha256(byte[] content) {
    return Base64.getEncoder().encodeToString(digest("SHA-256", content));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
