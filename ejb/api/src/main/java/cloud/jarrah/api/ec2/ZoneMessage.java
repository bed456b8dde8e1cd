package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** What there is to know about a zone. */
@XmlType(name = "AvailabilityZoneMessageType")
public class ZoneMessage {
  @XmlElement(required = true)
  public String message;
}
