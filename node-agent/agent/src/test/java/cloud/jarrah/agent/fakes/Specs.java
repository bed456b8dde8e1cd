package cloud.jarrah.agent.fakes;

import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.node.InstanceSpec.Port;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import java.util.List;

/** Specifications of instances for tests. */
public final class Specs {

  private Specs() {}

  public static EnsureRunning run(String id) {
    return new EnsureRunning(instance(id));
  }

  public static InstanceSpec instance(String id) {
    return instance(id, image("emi-00000001", "https://127.0.0.1:1/", 1, "0".repeat(64)));
  }

  public static InstanceSpec instance(String id, ImageSource image) {
    return new InstanceSpec(
        id,
        1,
        96,
        1,
        image,
        null,
        null,
        List.of(new Port("eni-0000000a", "d0:0d:00:00:00:0a", "10.180.1.10", 16)),
        metadata(),
        "IyEvYmluL3NoCmVjaG8gaGVsbG8K");
  }

  public static ImageSource image(String id, String url, long size, String sha256) {
    return new ImageSource(id, url, size, sha256, DiskFormat.RAW);
  }

  public static InstanceMetadata metadata() {
    return new InstanceMetadata(
        "000000000001",
        "r-00000001",
        0,
        "emi-00000001",
        "eki-00000001",
        "eri-00000001",
        "m1.small",
        "x86_64",
        "jarrah-1",
        "jarrah-1a",
        "ip-10-180-1-10.jarrah.internal",
        "2026-01-02T03:04:05Z",
        List.of("default"),
        "mykey",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDummy test");
  }
}
