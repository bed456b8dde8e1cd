package cloud.jarrah.agent.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.images.BootFiles;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DomainXmlTest {
  private static final Path DISK = Path.of("/state/i-0000000a/disk & \"more\".qcow2");
  private static final Path CONSOLE = Path.of("/state/i-0000000a/console.log");
  private static final BootFiles DIRECT =
      new BootFiles(DISK, Path.of("/images/kernel"), Path.of("/images/ramdisk"), CONSOLE);

  private static String render(String type, BootFiles files) {
    Libvirt config = new Libvirt("qemu:///system", type, "pc", "maximum");
    String xml = new DomainXml(config, "br0").render(Specs.instance("i-0000000a"), files);
    return xml.replace("><", ">\n<") + "\n";
  }

  private static String golden(String name) throws Exception {
    try (InputStream in =
        Objects.requireNonNull(DomainXmlTest.class.getResourceAsStream("/domains/" + name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  @Test
  void kernelIsBootedDirectlyIfThereIsOne() throws Exception {
    assertThat(render("qemu", DIRECT)).isEqualTo(golden("direct-boot.xml"));
  }

  @Test
  void diskBootsItselfOtherwise() throws Exception {
    assertThat(render("kvm", new BootFiles(DISK, null, null, CONSOLE)))
        .isEqualTo(golden("disk-boot.xml"));
  }

  @Test
  void identityIsStableAndRecognisedAsEc2() {
    String uuid = DomainIdentity.uuid("i-0000000a");
    assertThat(uuid).matches("ec2[0-9a-f]{5}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(DomainIdentity.uuid("i-0000000a")).isEqualTo(uuid);
    assertThat(DomainIdentity.uuid("i-0000000b")).isNotEqualTo(uuid);
  }

  @Test
  void interfaceNamesFitAndDiffer() {
    assertThat(DomainIdentity.tap("i-0000000a", 0)).isEqualTo("j0000000a0");
    String longest = DomainIdentity.tap("i-0123456789abcdef0", 1);
    assertThat(longest).hasSizeLessThanOrEqualTo(15).isEqualTo("j56789abcdef01");
  }
}
