package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The form is as wanted. */
@XmlRootElement(name = "ModifyIdentityIdFormatResponse")
@XmlType(name = "ModifyIdentityIdFormatResponseType")
public class ModifyIdentityIdFormatResponse extends Ec2Response {
  @XmlElement(name = "return", required = true)
  public boolean success;
}
