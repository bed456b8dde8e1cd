package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A disk that comes with an image. */
@XmlType(name = "BlockDeviceMappingItemType")
public class ImageBlockDevice {
  @XmlElement(required = true)
  public String deviceName;

  public @Nullable String virtualName;

  public @Nullable ImageBlockDeviceEbs ebs;

  public @Nullable Anything noDevice;
}
