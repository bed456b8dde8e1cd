package cloud.jarrah.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Signs texts that we hand out and want back unchanged: addresses, paging tokens. */
public final class Signing {
  private final byte[] key;

  /**
   * Made for one purpose.
   *
   * @param purpose a signature for another purpose does not verify
   */
  public Signing(MasterKeys keys, String purpose) {
    this.key = keys.derive("signing " + purpose);
  }

  /** 43 characters that may stand in an address. */
  public String sign(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(MasterKeys.hmac(key, text));
  }

  /** In constant time. */
  public boolean verify(String text, String signature) {
    return MessageDigest.isEqual(
        sign(text).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.US_ASCII));
  }
}
