package cloud.jarrah.agent.hypervisor.libvirt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What follows from an instance's id, the same on every host. */
final class DomainIdentity {

  private DomainIdentity() {}

  /**
   * Begins with {@code ec2}: by that, and by the equal serial number, stock cloud images recognise
   * that they run in an EC2 cloud.
   */
  static String uuid(String instanceId) {
    String hash = sha256(instanceId);
    return "ec2"
        + hash.substring(0, 5)
        + "-"
        + hash.substring(5, 9)
        + "-4"
        + hash.substring(9, 12)
        + "-a"
        + hash.substring(12, 15)
        + "-"
        + hash.substring(15, 27);
  }

  /** The host's end of a network interface: at most 15 characters, and not libvirt's own vnet. */
  static String tap(String instanceId, int index) {
    String digits = instanceId.substring("i-".length());
    return "j" + digits.substring(Math.max(0, digits.length() - 12)) + index;
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
