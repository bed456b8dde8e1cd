package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A volume's attachment as its instance shows it. */
@XmlType(name = "EbsInstanceBlockDeviceMappingResponseType")
public class InstanceBlockDeviceEbs {
  @XmlElement(required = true)
  public String volumeId;

  @XmlElement(required = true)
  public String status;

  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant attachTime;

  public @Nullable Boolean deleteOnTermination;
}
