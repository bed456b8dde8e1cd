package cloud.jarrah.accounts.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes account ids, access key ids and secrets, in the forms that clients know from AWS. */
final class Secrets {
  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

  /** What the ids of temporary keys begin with, and no others. */
  private static final String TEMPORARY = "ASIA";

  private final SecureRandom random = new SecureRandom();

  /** 12 digits, the first not 0: some tools read it as a number. */
  String accountId() {
    long first = 100_000_000_000L;
    return Long.toString(random.nextLong(first, 10 * first));
  }

  String accessKeyId() {
    return keyId("AKIA");
  }

  String temporaryKeyId() {
    return keyId(TEMPORARY);
  }

  static boolean isTemporary(String accessKeyId) {
    return accessKeyId.startsWith(TEMPORARY);
  }

  private String keyId(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 16; i++) {
      id.append(BASE32[random.nextInt(BASE32.length)]);
    }
    return id.toString();
  }

  /** 40 characters, 240 bits. */
  String secretAccessKey() {
    byte[] bytes = new byte[30];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** 128 characters that may stand in a URL as they are. */
  String sessionToken() {
    byte[] bytes = new byte[96];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** SHA-256 in lower-case hex: enough for what is random and long. */
  static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
