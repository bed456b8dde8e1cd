package cloud.jarrah.platform.ids;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/**
 * Identifiers nobody can guess: 68 random bits each, so that collisions do not happen in practice
 * (and the database's unique keys refuse one that does).
 */
@Singleton
public class RandomIds implements Ids {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int DIGITS = 17;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next(String prefix) {
    byte[] bytes = new byte[DIGITS];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (byte b : bytes) {
      id.append(HEX[b & 0xf]);
    }
    return id.toString();
  }
}
