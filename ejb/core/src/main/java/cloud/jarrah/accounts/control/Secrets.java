package cloud.jarrah.accounts.control;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes account ids, access key ids and secrets, in the forms that clients know from AWS. */
final class Secrets {
  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

  private final SecureRandom random = new SecureRandom();

  /** 12 digits, the first not 0: some tools read it as a number. */
  String accountId() {
    long first = 100_000_000_000L;
    return Long.toString(random.nextLong(first, 10 * first));
  }

  String accessKeyId() {
    StringBuilder id = new StringBuilder("AKIA");
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
}
