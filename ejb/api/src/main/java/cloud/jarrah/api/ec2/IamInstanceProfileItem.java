package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** The profile that gives an instance its credentials. */
@XmlType(name = "IamInstanceProfileResponseType")
public class IamInstanceProfileItem {
  @XmlElement(required = true)
  public String arn;

  @XmlElement(required = true)
  public String id;
}
