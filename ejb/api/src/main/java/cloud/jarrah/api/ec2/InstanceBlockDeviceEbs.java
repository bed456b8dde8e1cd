package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A volume's attachment as its instance shows it. */
@XmlType(name = "EbsInstanceBlockDeviceMappingResponseType")
public final class InstanceBlockDeviceEbs {
  @XmlElement(required = true)
  public String volumeId;

  @XmlElement(required = true)
  public String status;

  @XmlElement(required = true)
  public Instant attachTime;

  public @Nullable Boolean deleteOnTermination;
}
