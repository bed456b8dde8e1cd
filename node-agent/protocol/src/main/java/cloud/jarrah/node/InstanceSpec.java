package cloud.jarrah.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a host needs to run an instance; it lies beside the instance's disk.
 *
 * @param id the instance's id, also the domain's name
 * @param vcpus virtual processors
 * @param memoryMib memory in MiB
 * @param diskGib size of the root disk in GiB; the image is grown to it, never shrunk
 * @param image the root file system or whole disk
 * @param kernel booted directly with {@code ramdisk} if present; else the disk boots itself
 * @param metadata what the metadata service answers
 * @param userData base64, as the user gave it
 * @param diskExists the instance has run before, so a disk of it exists where this host looks for
 *     it. If there is none, or only an unfinished one, the storage behind it is missing: the host
 *     refuses with a failure that may pass, and says what is missing. It never makes another disk,
 *     which would be empty. Older clouds do not say it: false
 */
public record InstanceSpec(
    String id,
    int vcpus,
    int memoryMib,
    int diskGib,
    ImageSource image,
    @Nullable ImageSource kernel,
    @Nullable ImageSource ramdisk,
    List<Port> ports,
    InstanceMetadata metadata,
    @Nullable String userData,
    boolean diskExists) {

  public InstanceSpec(
      String id,
      int vcpus,
      int memoryMib,
      int diskGib,
      ImageSource image,
      @Nullable ImageSource kernel,
      @Nullable ImageSource ramdisk,
      List<Port> ports,
      InstanceMetadata metadata,
      @Nullable String userData) {
    this(id, vcpus, memoryMib, diskGib, image, kernel, ramdisk, ports, metadata, userData, false);
  }

  public InstanceSpec {
    ports = List.copyOf(ports);
    requireId(id);
    if (vcpus < 1 || memoryMib < 1 || diskGib < 0) {
      throw new IllegalArgumentException("sizes of " + id + " must be positive");
    }
  }

  /** The same for an instance that has run before: its disk must be there. */
  public InstanceSpec ofExistingDisk() {
    return new InstanceSpec(
        id, vcpus, memoryMib, diskGib, image, kernel, ramdisk, ports, metadata, userData, true);
  }

  /** The same for a host that it brings its disk to: a new one is made for it there. */
  public InstanceSpec ofNewDisk() {
    return new InstanceSpec(
        id, vcpus, memoryMib, diskGib, image, kernel, ramdisk, ports, metadata, userData);
  }

  /** Ids name files and domains on the host: nothing else may pass. */
  static void requireId(String id) {
    if (!id.matches("i-[0-9a-f]{8,17}")) {
      throw new IllegalArgumentException("not an instance id: " + id);
    }
  }

  /**
   * Where a host gets an image.
   *
   * @param url short-lived HTTPS address at the cloud
   * @param sizeBytes exact size
   * @param sha256 lower-case hex digest of the content
   * @param format raw or qcow2
   */
  public record ImageSource(
      String imageId, String url, long sizeBytes, String sha256, DiskFormat format) {
    public ImageSource {
      if (!imageId.matches("[a-z]{3}-[0-9a-f]{8,17}") || !sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("malformed image source " + imageId);
      }
    }
  }

  /** How the bytes of an image are to be read. */
  public enum DiskFormat {
    RAW,
    QCOW2
  }

  /**
   * One network interface.
   *
   * @param mac lower-case, colon separated
   * @param address IPv4 address that the cloud assigned
   * @param prefixLength of the subnet
   */
  public record Port(String id, String mac, String address, int prefixLength) {
    public Port {
      if (!mac.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}")
          || !address.matches("(\\d{1,3}\\.){3}\\d{1,3}")) {
        throw new IllegalArgumentException("malformed port " + id);
      }
    }
  }
}
