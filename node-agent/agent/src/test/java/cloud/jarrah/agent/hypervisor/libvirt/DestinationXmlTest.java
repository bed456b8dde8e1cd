package cloud.jarrah.agent.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.node.Berth;
import org.junit.jupiter.api.Test;

class DestinationXmlTest {
  private static final Berth BERTH =
      new Berth("h-1", "h-2", "10.0.0.2", 1, "/b/disk", "/b/kernel", "/b/ramdisk", "/b/log", "br7");

  private static final String RUNNING =
      "<domain><os><kernel>/a/kernel</kernel><initrd>/a/ramdisk</initrd></os><devices>"
          + "<disk type='file'><source file='/a/disk' index='1'/>"
          + "<backingStore type='file'><source file='/a/base'/></backingStore>"
          + "<target dev='vda'/></disk>"
          + "<disk type='network'><source protocol='nbd' name='vol-1'/><target dev='vdb'/></disk>"
          + "<interface type='bridge'><mac address='d0:0d:00:00:00:0a'/><source bridge='br0'/>"
          + "<address type='pci' slot='0x03'/></interface>"
          + "<serial type='file'><source path='/a/log' append='on'/></serial>"
          + "<rng><backend model='random'>/dev/urandom</backend></rng></devices></domain>";

  @Test
  void pathsAndBridgeAreTheOtherHostsAndTheRestStays() throws HypervisorException {
    String xml = DestinationXml.rewrite(RUNNING, BERTH);
    assertThat(xml)
        .contains(
            "<kernel>/b/kernel</kernel>",
            "<initrd>/b/ramdisk</initrd>",
            "<source file=\"/b/disk\" index=\"1\"/>",
            "<source name=\"vol-1\" protocol=\"nbd\"/>",
            "bridge=\"br7\"",
            "path=\"/b/log\"",
            "d0:0d:00:00:00:0a",
            "slot=\"0x03\"",
            "/dev/urandom")
        .doesNotContain("/a/", "backingStore");
  }

  @Test
  void descriptionThatDefinesEntitiesIsRefused() {
    assertThatThrownBy(
            () ->
                DestinationXml.rewrite("<!DOCTYPE d [<!ENTITY e 'x'>]><domain>&e;</domain>", BERTH))
        .isInstanceOf(HypervisorException.class);
  }
}
