package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The attribute has the value. */
@XmlRootElement(name = "ModifyInstanceAttributeResponse")
@XmlType(name = "ModifyInstanceAttributeResponseType")
public class ModifyInstanceAttributeResponse extends Ec2Response {
  @XmlElement(name = "return", required = true)
  public boolean success;
}
