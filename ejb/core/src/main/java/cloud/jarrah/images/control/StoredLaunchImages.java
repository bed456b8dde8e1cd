package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageContent;
import cloud.jarrah.images.entity.ImageKind;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Images in the database. */
@Singleton
public final class StoredLaunchImages implements LaunchImages {
  private final ImageRepository repository;
  private final ImageLinks links;
  private final DatabaseTime time;

  @Inject
  public StoredLaunchImages(ImageRepository repository, ImageLinks links, DatabaseTime time) {
    this.repository = repository;
    this.links = links;
    this.time = time;
  }

  @Override
  public LaunchImage resolve(String accountId, String imageId) {
    Image image = require(accountId, ImageKind.MACHINE, imageId);
    return new LaunchImage(
        image.id(),
        image.kernelId(),
        image.ramdiskId(),
        image.architecture(),
        image.rootDeviceName(),
        image.content().virtualGib());
  }

  @Override
  public String resolveKernel(String accountId, String kernelId) {
    return require(accountId, ImageKind.KERNEL, kernelId).id();
  }

  @Override
  public String resolveRamdisk(String accountId, String ramdiskId) {
    return require(accountId, ImageKind.RAMDISK, ramdiskId).id();
  }

  private Image require(String accountId, ImageKind kind, String given) {
    String id = ImageIds.normal(kind, given);
    Image image =
        repository
            .visible(accountId, id)
            .filter(found -> found.kind() == kind)
            .orElseThrow(() -> ImageErrors.notFound(given));
    if (!image.available()) {
      throw ImageErrors.unavailable(id);
    }
    return image;
  }

  @Override
  public ImageSource source(String imageId, Duration validity) {
    ImageContent content = repository.anyones(imageId).orElseThrow().content();
    return new ImageSource(
        imageId,
        links.link(imageId, time.now().plus(validity)),
        content.sizeBytes(),
        content.sha256(),
        content.format());
  }
}
