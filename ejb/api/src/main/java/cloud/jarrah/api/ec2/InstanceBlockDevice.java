package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A volume attached to an instance. */
@XmlType(name = "InstanceBlockDeviceMappingResponseItemType")
public class InstanceBlockDevice {
  @XmlElement(required = true)
  public String deviceName;

  public @Nullable InstanceBlockDeviceEbs ebs;
}
