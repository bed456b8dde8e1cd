package cloud.jarrah.images.entity;

import java.util.Locale;

/** States of an image. */
public enum ImageState {
  PENDING,
  AVAILABLE,
  FAILED,
  DEREGISTERED;

  /** As in the public API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
