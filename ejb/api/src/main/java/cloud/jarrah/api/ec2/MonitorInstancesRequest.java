package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Switches detailed monitoring on. */
@XmlRootElement(name = "MonitorInstances")
@XmlType(name = "MonitorInstancesType")
public class MonitorInstancesRequest {
  @QueryName(value = "InstanceId", leaf = "instanceId")
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceId> instancesSet = new ArrayList<>();
}
