package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.Image;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;

/** The filters of DescribeImages. */
public final class ImageFilters {
  public static final String HYPERVISOR = "kvm";
  public static final String VIRTUALIZATION = "hvm";
  public static final String ROOT_DEVICE_TYPE = "instance-store";

  private static final FilterTable<Image> OWN =
      new FilterTable<Image>()
          .on("architecture", Image::architecture)
          .on("creation-date", image -> image.createdAt())
          .on("description", image -> image.description().orElse(null))
          .on("hypervisor", image -> HYPERVISOR)
          .on("image-id", Image::id)
          .on("image-type", image -> image.kind().wireName())
          .on("is-public", Image::publicLaunch)
          .on("kernel-id", Image::kernelId)
          .on("manifest-location", Image::location)
          .on("name", Image::name)
          .on("owner-alias", image -> null)
          .on("owner-id", Image::accountId)
          .on("platform", image -> null)
          .on("ramdisk-id", Image::ramdiskId)
          .on("root-device-name", Image::rootDeviceName)
          .on("root-device-type", image -> ROOT_DEVICE_TYPE)
          .on("state", image -> image.state().wireName())
          .on("virtualization-type", image -> VIRTUALIZATION);

  public static final TagFilters<Image> TABLE = new TagFilters<>(OWN, Image::id).andTagValue();

  private ImageFilters() {}
}
