package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** An instance type, and a place where it can be had. */
@XmlType(name = "InstanceTypeOfferingType")
public class InstanceTypeOfferingItem {
  @XmlElement(required = true)
  public String instanceType;

  @XmlElement(required = true)
  public String locationType;

  @XmlElement(required = true)
  public String location;
}
