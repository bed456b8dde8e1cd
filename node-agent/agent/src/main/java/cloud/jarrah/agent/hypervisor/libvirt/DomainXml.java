package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.config.AgentConfig.Libvirt;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.Port;
import java.nio.file.Path;

/** An instance's domain, as libvirt wants it described. */
final class DomainXml {
  private static final String KERNEL_ARGUMENTS =
      "console=ttyS0 root=/dev/vda quiet panic=1 no_timer_check";

  /** Of emulated guests: the default costs each of them 60 MiB of the host's memory more. */
  private static final String TRANSLATION_CACHE_MIB = "32";

  private final Libvirt config;
  private final String bridge;

  DomainXml(Libvirt config, String bridge) {
    this.config = config;
    this.bridge = bridge;
  }

  String render(InstanceSpec spec, BootFiles files) {
    String uuid = DomainIdentity.uuid(spec.id());
    XmlTree xml = new XmlTree();
    xml.open("domain", "type", config.domainType())
        .leaf("name", spec.id())
        .leaf("uuid", uuid)
        .leaf("memory", Integer.toString(spec.memoryMib()), "unit", "MiB")
        .leaf("vcpu", Integer.toString(spec.vcpus()));
    boot(xml, files);
    smbios(xml, spec, uuid);
    processor(xml);
    xml.leaf("on_poweroff", "destroy").leaf("on_reboot", "restart").leaf("on_crash", "destroy");
    xml.open("devices");
    disk(xml, files.disk());
    for (int i = 0; i < spec.ports().size(); i++) {
      networkInterface(xml, spec, i);
    }
    console(xml, files.console());
    xml.open("memballoon", "model", "virtio").empty("stats", "period", "10").close();
    xml.open("rng", "model", "virtio");
    xml.leaf("backend", "/dev/urandom", "model", "random").close();
    return xml.close().close().finish();
  }

  private void boot(XmlTree xml, BootFiles files) {
    Path kernel = files.kernel();
    xml.open("os").leaf("type", "hvm", "arch", "x86_64", "machine", config.machine());
    if (kernel != null) {
      xml.leaf("kernel", kernel.toString());
      Path ramdisk = files.ramdisk();
      if (ramdisk != null) {
        xml.leaf("initrd", ramdisk.toString());
      }
      xml.leaf("cmdline", KERNEL_ARGUMENTS);
    } else {
      xml.empty("boot", "dev", "hd");
    }
    xml.empty("smbios", "mode", "sysinfo").close();
  }

  private static void smbios(XmlTree xml, InstanceSpec spec, String uuid) {
    xml.open("sysinfo", "type", "smbios");
    xml.open("system")
        .leaf("entry", "Jarrah", "name", "manufacturer")
        .leaf("entry", spec.metadata().instanceType(), "name", "product")
        .leaf("entry", uuid, "name", "serial")
        .leaf("entry", uuid, "name", "uuid")
        .close();
    xml.open("baseBoard").leaf("entry", spec.id(), "name", "asset").close();
    xml.close();
  }

  private void processor(XmlTree xml) {
    xml.open("features").empty("acpi").empty("apic");
    if (config.domainType().equals("qemu")) {
      xml.open("tcg").leaf("tb-cache", TRANSLATION_CACHE_MIB, "unit", "MiB").close();
    }
    xml.close();
    xml.empty("cpu", "mode", config.cpuMode());
    xml.empty("clock", "offset", "utc");
  }

  private static void disk(XmlTree xml, Path disk) {
    xml.open("disk", "type", "file", "device", "disk")
        .empty("driver", "name", "qemu", "type", "qcow2", "discard", "unmap")
        .empty("source", "file", disk.toString())
        .empty("target", "dev", "vda", "bus", "virtio")
        .close();
  }

  private void networkInterface(XmlTree xml, InstanceSpec spec, int index) {
    Port port = spec.ports().get(index);
    xml.open("interface", "type", "bridge")
        .empty("mac", "address", port.mac())
        .empty("source", "bridge", bridge)
        .empty("target", "dev", DomainIdentity.tap(spec.id(), index))
        .empty("model", "type", "virtio")
        .empty("rom", "enabled", "no")
        .close();
  }

  /** Appending, so that the agent may cut the file while QEMU writes to it. */
  private static void console(XmlTree xml, Path console) {
    xml.open("serial", "type", "file")
        .empty("source", "path", console.toString(), "append", "on")
        .empty("target", "port", "0")
        .close();
  }
}
