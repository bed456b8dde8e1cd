package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Which instances are monitored in detail. */
@XmlRootElement(name = "MonitorInstancesResponse")
@XmlType(name = "MonitorInstancesResponseType")
public class MonitorInstancesResponse extends Ec2Response {
  @XmlElementWrapper(name = "instancesSet")
  @XmlElement(name = "item")
  public List<InstanceMonitoringItem> instancesSet = new ArrayList<>();
}
