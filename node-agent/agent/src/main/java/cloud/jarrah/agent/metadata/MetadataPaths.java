package cloud.jarrah.agent.metadata;

import cloud.jarrah.agent.metadata.MetadataTree.Folder;
import cloud.jarrah.agent.metadata.MetadataTree.KeyFolder;
import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeWire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each path answers, for one instance. Pure. */
final class MetadataPaths {

  /** The versions that are listed; all answer the same. */
  static final List<String> VERSIONS =
      List.of(
          "1.0",
          "2007-01-19",
          "2007-03-01",
          "2007-08-29",
          "2007-10-10",
          "2007-12-15",
          "2008-02-01",
          "2008-09-01",
          "2009-04-04",
          "2016-09-02",
          "2018-09-24",
          "2021-03-23",
          "latest");

  private MetadataPaths() {}

  /** The content at {@code path}; null: there is nothing. */
  static byte @Nullable [] read(InstanceSpec spec, String path) {
    List<String> parts =
        Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    if (parts.isEmpty()) {
      return bytes(String.join("\n", VERSIONS));
    }
    if (!VERSIONS.contains(parts.get(0))) {
      return null;
    }
    List<String> rest = parts.subList(1, parts.size());
    if (rest.equals(List.of("user-data"))) {
      return userData(spec);
    }
    @Nullable String text = walk(root(spec), rest);
    return text == null ? null : bytes(text);
  }

  private static Folder root(InstanceSpec spec) {
    Folder root = new Folder();
    root.put(
        "dynamic",
        new Folder().put("instance-identity", new Folder().put("document", document(spec))));
    root.put("meta-data", MetadataTree.of(spec));
    if (spec.userData() != null) {
      root.put("user-data", "");
    }
    return root;
  }

  private static @Nullable String walk(Object node, List<String> names) {
    if (names.isEmpty()) {
      return show(node);
    }
    List<String> rest = names.subList(1, names.size());
    if (node instanceof Folder folder) {
      Object child = folder.children().get(names.get(0));
      return child == null ? null : walk(child, rest);
    } else if (node instanceof KeyFolder keys && names.get(0).equals("0")) {
      return walk(keys.key(), rest);
    }
    return null;
  }

  private static String show(Object node) {
    if (node instanceof Folder folder) {
      List<String> names = new ArrayList<>();
      folder.children().forEach((name, child) -> names.add(isLeaf(child) ? name : name + "/"));
      return String.join("\n", names);
    } else if (node instanceof KeyFolder keys) {
      return "0=" + keys.name();
    }
    return node.toString();
  }

  private static boolean isLeaf(Object node) {
    return node instanceof String;
  }

  private static byte @Nullable [] userData(InstanceSpec spec) {
    String encoded = spec.userData();
    return encoded == null ? null : Base64.getMimeDecoder().decode(encoded);
  }

  private static String document(InstanceSpec spec) {
    InstanceMetadata data = spec.metadata();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("accountId", data.accountId());
    document.put("architecture", data.architecture());
    document.put("availabilityZone", data.zone());
    document.put("imageId", data.imageId());
    document.put("instanceId", spec.id());
    document.put("instanceType", data.instanceType());
    document.put("kernelId", data.kernelId());
    document.put("pendingTime", data.launchTime());
    document.put(
        "privateIp", spec.ports().stream().map(InstanceSpec.Port::address).findFirst().orElse(""));
    document.put("ramdiskId", data.ramdiskId());
    document.put("region", data.region());
    document.put("version", "2017-09-30");
    return document.entrySet().stream()
        .map(e -> "  " + NodeWire.encode(e.getKey()) + " : " + json(e.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}"));
  }

  private static String json(@Nullable Object value) {
    return value == null ? "null" : NodeWire.encode(value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
