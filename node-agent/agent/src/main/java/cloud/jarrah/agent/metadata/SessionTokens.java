package cloud.jarrah.agent.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the second version of the metadata protocol. Nothing is stored: a token is its expiry
 * and a signature over it and the instance it was given to. A restart of the agent makes all void;
 * clients then ask for a new one.
 */
final class SessionTokens {
  static final int LONGEST_SECONDS = 21_600;
  private static final int EXPIRY_BYTES = 8;

  private final Clock clock;
  private final SecretKeySpec key;

  SessionTokens(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  String issue(String instanceId, int seconds) {
    long expiry = clock.instant().getEpochSecond() + seconds;
    byte[] signature = sign(instanceId, expiry);
    byte[] token =
        ByteBuffer.allocate(EXPIRY_BYTES + signature.length).putLong(expiry).put(signature).array();
    return Base64.getUrlEncoder().encodeToString(token);
  }

  boolean isValid(String instanceId, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (bytes.length < EXPIRY_BYTES) {
      return false;
    }
    long expiry = ByteBuffer.wrap(bytes).getLong();
    byte[] signature = Arrays.copyOfRange(bytes, EXPIRY_BYTES, bytes.length);
    return MessageDigest.isEqual(signature, sign(instanceId, expiry))
        && clock.instant().getEpochSecond() < expiry;
  }

  private byte[] sign(String instanceId, long expiry) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((expiry + " " + instanceId).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
