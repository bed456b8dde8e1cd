package cloud.jarrah.it.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.tools.Ssh;
import java.nio.file.Path;

/**
 * A real guest with a mark on its disk.
 *
 * @param boot the id of its first boot
 * @param mark the checksum of its mark
 */
public record MarkedGuest(Machine machine, Ssh ssh, String boot, String mark) {
  private static final String BOOT = "cat /proc/sys/kernel/random/boot_id";
  private static final String MARK = "sha256sum < /root/mark";

  /**
   * Launched, logged in to, and marked.
   *
   * @param directory for the private key
   */
  public static MarkedGuest launch(Tenant tenant, String keyName, Path directory) {
    String material =
        tenant
            .query()
            .ec2("CreateKeyPair", "KeyName", keyName)
            .orThrow()
            .xml()
            .first("keyMaterial");
    Path key = Ssh.keep(material, directory);
    Machine machine = tenant.machines().running("KeyName", keyName);
    Ssh ssh = Ssh.to(machine.address(), key).awaitLogin(Machines.LIMIT);
    ssh.print("head -c 1000000 /dev/urandom > /root/mark; sync");
    return new MarkedGuest(machine, ssh, ssh.print(BOOT), ssh.print(MARK));
  }

  public String id() {
    return machine.id();
  }

  public String bootNow() {
    return ssh.print(BOOT);
  }

  public void assertMarked() {
    assertThat(ssh.print(MARK)).isEqualTo(mark);
  }
}
