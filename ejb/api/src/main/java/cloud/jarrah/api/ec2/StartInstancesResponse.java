package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** How the instances' states changed. */
@XmlRootElement(name = "StartInstancesResponse")
@XmlType(name = "StartInstancesResponseType")
public class StartInstancesResponse extends Ec2Response {
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceStateChange> instancesSet = new ArrayList<>();
}
