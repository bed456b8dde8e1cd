package cloud.jarrah.images.entity;

import java.util.Locale;

/** What an image is for. */
public enum ImageKind {
  MACHINE("ami"),
  KERNEL("aki"),
  RAMDISK("ari");

  private final String prefix;

  ImageKind(String prefix) {
    this.prefix = prefix;
  }

  /** Of its ids, without the hyphen. */
  public String prefix() {
    return prefix;
  }

  /** As in the public API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
