package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The attribute has its own value. */
@XmlRootElement(name = "ResetInstanceAttributeResponse")
@XmlType(name = "ResetInstanceAttributeResponseType")
public class ResetInstanceAttributeResponse extends Ec2Response {
  @XmlElement(name = "return", required = true)
  public boolean success;
}
