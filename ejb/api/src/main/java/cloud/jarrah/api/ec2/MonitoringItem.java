package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** Whether detailed monitoring is on. */
@XmlType(name = "InstanceMonitoringStateType")
public class MonitoringItem {
  @XmlElement(required = true)
  public String state;
}
