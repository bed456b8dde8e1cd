package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Confirms it. */
@XmlRootElement(name = "DeletePlacementGroupResponse")
@XmlType(name = "DeletePlacementGroupResponseType")
public class DeletePlacementGroupResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;
}
