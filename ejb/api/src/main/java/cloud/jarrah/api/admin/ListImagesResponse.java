package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All images, by name. */
public record ListImagesResponse(List<Image> images) {
  public ListImagesResponse {
    images = List.copyOf(images);
  }

  /**
   * One image.
   *
   * @param ownerId account that it belongs to
   * @param sha256 lower-case hex digest of the file
   */
  public record Image(
      String imageId,
      String name,
      String kind,
      String format,
      String architecture,
      String state,
      String ownerId,
      boolean isPublic,
      long sizeBytes,
      String sha256,
      @Nullable String kernelId,
      @Nullable String ramdiskId,
      @Nullable String description,
      Instant created) {}
}
