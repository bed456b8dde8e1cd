package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The instances will reboot. */
@XmlRootElement(name = "RebootInstancesResponse")
@XmlType(name = "RebootInstancesResponseType")
public class RebootInstancesResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;
}
