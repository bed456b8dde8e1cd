package cloud.jarrah.images.control;

import java.nio.file.Path;

/** Lets a host fetch an image by the short-lived address it was told. */
public interface ImageDownloads {

  /**
   * Checks the address and finds the file.
   *
   * @param expires seconds since 1970, after which the address is worthless; part of what is signed
   * @param signature as in the address that was handed out
   * @throws cloud.jarrah.api.ApiException if the address is forged or expired, or the image is gone
   */
  OpenImage open(String imageId, long expires, String signature);

  /**
   * An image that may be read.
   *
   * @param file read-only; its content never changes while the image exists
   * @param length in bytes
   */
  record OpenImage(String imageId, Path file, long length) {}
}
