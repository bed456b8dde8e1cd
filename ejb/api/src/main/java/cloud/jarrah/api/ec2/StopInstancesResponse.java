package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** How the instances' states changed. */
@XmlRootElement(name = "StopInstancesResponse")
@XmlType(name = "StopInstancesResponseType")
public class StopInstancesResponse extends Ec2Response {
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceStateChange> instancesSet = new ArrayList<>();
}
