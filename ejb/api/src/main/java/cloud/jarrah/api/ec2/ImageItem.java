package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An image. */
@XmlType(name = "DescribeImagesResponseItemType")
public class ImageItem {
  @XmlElement(required = true)
  public String imageId;

  public @Nullable String imageLocation;

  @XmlElement(required = true)
  public String imageState;

  @XmlElement(required = true)
  public String imageOwnerId;

  public boolean isPublic;

  @XmlElementWrapper(name = "productCodes")
  @XmlElement(name = "item")
  public @Nullable List<ProductCode> productCodes;

  public @Nullable String architecture;

  /** {@code machine}, {@code kernel} or {@code ramdisk}. */
  public @Nullable String imageType;

  public @Nullable String kernelId;

  public @Nullable String ramdiskId;

  public @Nullable String platform;

  @Since("2013-10-15")
  public @Nullable String sriovNetSupport;

  public @Nullable StateReasonItem stateReason;

  public @Nullable String imageOwnerAlias;

  public @Nullable String name;

  public @Nullable String description;

  public @Nullable String rootDeviceType;

  public @Nullable String rootDeviceName;

  @XmlElementWrapper(name = "blockDeviceMapping")
  @XmlElement(name = "item")
  public List<ImageBlockDevice> blockDeviceMapping = new ArrayList<>();

  @Since("2010-08-31")
  public @Nullable String virtualizationType;

  @Since("2010-08-31")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;

  @Since("2013-10-15")
  public @Nullable String hypervisor;

  /** ISO 8601; a string in the public API too. */
  @Since("2016-11-15")
  public @Nullable String creationDate;

  @Since("2016-11-15")
  public @Nullable Boolean enaSupport;

  @Since("2016-11-15")
  public @Nullable String platformDetails;

  @Since("2016-11-15")
  public @Nullable String usageOperation;

  @Since("2016-11-15")
  public @Nullable String bootMode;
}
