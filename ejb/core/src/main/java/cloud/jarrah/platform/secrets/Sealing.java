package cloud.jarrah.platform.secrets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals secrets for the database (AES-256-GCM) and opens them again. */
@Singleton
public final class Sealing {
  private static final String FORMAT = "s1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final MasterKeys keys;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public Sealing(MasterKeys keys) {
    this.keys = keys;
  }

  /**
   * Seals a secret.
   *
   * @param place what it belongs to, for example an access key's id; needed again to open it
   */
  public String seal(String secret, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String keyId = keys.currentId();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keyId, nonce, place);
      byte[] text = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      byte[] sealed = ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
      return FORMAT
          + "."
          + keyId
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens what was sealed for the same place. */
  public String open(String sealed, String place) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != 3 || !parts[0].equals(FORMAT)) {
      throw new IllegalStateException("what is sealed for " + place + " has an unknown format");
    }
    ByteBuffer content = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts[2]));
    byte[] nonce = new byte[NONCE_BYTES];
    content.get(nonce);
    byte[] text = new byte[content.remaining()];
    content.get(text);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, parts[1], nonce, place);
      return new String(cipher.doFinal(text), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("what is sealed for " + place + " was tampered with", e);
    }
  }

  private Cipher cipher(int mode, String keyId, byte[] nonce, String place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    SecretKeySpec key = new SecretKeySpec(keys.derive(keyId, "sealing"), "AES");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
