package cloud.jarrah.images.control;

import cloud.jarrah.api.InstantAdapter;
import cloud.jarrah.api.ec2.ImageItem;
import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageKind;
import cloud.jarrah.tags.control.TagSets;

/** Images as the public API shows them. */
public final class ImageItems {
  private ImageItems() {}

  /**
   * One image.
   *
   * @param tags of the one who looks at it
   */
  public static ImageItem of(Image image, TagSets tags) {
    ImageItem item = new ImageItem();
    item.imageId = image.id();
    item.imageLocation = image.accountId() + "/" + image.name();
    item.imageState = image.state().wireName();
    item.imageOwnerId = image.accountId();
    item.isPublic = image.publicLaunch();
    item.architecture = image.architecture();
    item.imageType = image.kind().wireName();
    item.kernelId = image.kernelId();
    item.ramdiskId = image.ramdiskId();
    item.name = image.name();
    item.description = image.description().orElse(null);
    item.tagSet = tags.itemsIfAny(image.id());
    item.virtualizationType = ImageFilters.VIRTUALIZATION;
    item.hypervisor = ImageFilters.HYPERVISOR;
    item.creationDate = new InstantAdapter().marshal(image.createdAt());
    if (image.kind() == ImageKind.MACHINE) {
      item.rootDeviceType = ImageFilters.ROOT_DEVICE_TYPE;
      item.rootDeviceName = image.rootDeviceName();
      item.platformDetails = "Linux/UNIX";
      item.usageOperation = "RunInstances";
    }
    return item;
  }
}
