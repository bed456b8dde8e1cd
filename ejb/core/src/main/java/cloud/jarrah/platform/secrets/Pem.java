package cloud.jarrah.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes keys and certificates as text. */
public final class Pem {
  private Pem() {}

  /**
   * The PEM form.
   *
   * @param type for example {@code CERTIFICATE}
   */
  public static String write(String type, byte[] der) {
    byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, newLine).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }
}
