package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** How an instance uses CPU credits. */
@XmlType(name = "InstanceCreditSpecificationType")
public class InstanceCreditSpecificationItem {
  @XmlElement(required = true)
  public String instanceId;

  @XmlElement(required = true)
  public String cpuCredits;
}
