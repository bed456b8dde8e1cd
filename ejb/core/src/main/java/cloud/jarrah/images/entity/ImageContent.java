package cloud.jarrah.images.entity;

import cloud.jarrah.node.InstanceSpec.DiskFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** The bytes of an image, as they lie in the store. */
@Embeddable
public class ImageContent {
  @Enumerated(EnumType.STRING)
  @Column(name = "disk_format", nullable = false)
  private DiskFormat format;

  @Column(name = "size_bytes", nullable = false)
  private long sizeBytes;

  @Column(name = "virtual_bytes", nullable = false)
  private long virtualBytes;

  @Column(nullable = false)
  private String sha256;

  protected ImageContent() {}

  /**
   * Describes a file.
   *
   * @param virtualBytes size of the disk that the guest sees
   * @param sha256 lower-case hex digest of the file
   */
  public ImageContent(DiskFormat format, long sizeBytes, long virtualBytes, String sha256) {
    this.format = format;
    this.sizeBytes = sizeBytes;
    this.virtualBytes = virtualBytes;
    this.sha256 = sha256;
  }

  public DiskFormat format() {
    return format;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public long virtualBytes() {
    return virtualBytes;
  }

  /** What a disk for it must have at least, in whole GiB. */
  public int virtualGib() {
    return Math.toIntExact((virtualBytes + (1L << 30) - 1) >> 30);
  }

  public String sha256() {
    return sha256;
  }
}
