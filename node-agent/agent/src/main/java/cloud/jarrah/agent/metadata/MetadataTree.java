package cloud.jarrah.agent.metadata;

import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.Port;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names below {@code meta-data/}, as in EC2. A value is a text or a {@link Folder}; what an
 * instance does not have is not listed.
 */
final class MetadataTree {

  /** A folder of the tree. */
  static final class Folder {
    private final Map<String, Object> children = new LinkedHashMap<>();

    Folder put(String name, Object value) {
      children.put(name, value);
      return this;
    }

    Map<String, Object> children() {
      return children;
    }
  }

  private MetadataTree() {}

  static Folder of(InstanceSpec spec) {
    InstanceMetadata data = spec.metadata();
    Folder root = new Folder();
    root.put("ami-id", data.imageId());
    root.put("ami-launch-index", Integer.toString(data.launchIndex()));
    root.put("ami-manifest-path", "(unknown)");
    root.put("block-device-mapping", new Folder().put("ami", "vda").put("root", "/dev/vda"));
    root.put("hostname", data.hostName());
    root.put("instance-action", "none");
    root.put("instance-id", spec.id());
    root.put("instance-life-cycle", "on-demand");
    root.put("instance-type", data.instanceType());
    putIfPresent(root, "kernel-id", data.kernelId());
    root.put("local-hostname", data.hostName());
    addresses(root, spec, data);
    root.put(
        "placement",
        new Folder().put("availability-zone", data.zone()).put("region", data.region()));
    publicKey(root, data);
    putIfPresent(root, "ramdisk-id", data.ramdiskId());
    root.put("reservation-id", data.reservationId());
    root.put("security-groups", String.join("\n", data.securityGroups()));
    root.put("services", new Folder().put("domain", "jarrah.internal").put("partition", "aws"));
    return root;
  }

  /** The instance's own address is also how it is reached from outside. */
  private static void addresses(Folder root, InstanceSpec spec, InstanceMetadata data) {
    if (spec.ports().isEmpty()) {
      return;
    }
    Port first = spec.ports().get(0);
    root.put("local-ipv4", first.address());
    root.put("mac", first.mac());
    Folder macs = new Folder();
    for (int i = 0; i < spec.ports().size(); i++) {
      macs.put(spec.ports().get(i).mac(), networkInterface(spec.ports().get(i), i, data));
    }
    root.put("network", new Folder().put("interfaces", new Folder().put("macs", macs)));
    root.put("public-hostname", data.hostName());
    root.put("public-ipv4", first.address());
  }

  private static Folder networkInterface(Port port, int index, InstanceMetadata data) {
    return new Folder()
        .put("device-number", Integer.toString(index))
        .put("interface-id", port.id())
        .put("local-hostname", data.hostName())
        .put("local-ipv4s", port.address())
        .put("mac", port.mac())
        .put("owner-id", data.accountId())
        .put("public-hostname", data.hostName())
        .put("public-ipv4s", port.address())
        .put("security-groups", String.join("\n", data.securityGroups()))
        .put("subnet-ipv4-cidr-block", Cidr.of(port.address(), port.prefixLength()));
  }

  private static void publicKey(Folder root, InstanceMetadata data) {
    String key = data.publicKey();
    if (key != null) {
      String name = data.keyName() == null ? "key" : data.keyName();
      root.put("public-keys", new KeyFolder(name, new Folder().put("openssh-key", key + "\n")));
    }
  }

  /** Listed as {@code 0=name}, asked for as {@code 0/}. */
  record KeyFolder(String name, Folder key) {}

  private static void putIfPresent(
      Folder folder, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      folder.put(name, value);
    }
  }
}
