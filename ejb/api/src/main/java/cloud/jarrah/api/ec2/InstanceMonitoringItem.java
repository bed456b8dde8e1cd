package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** Whether an instance is monitored in detail. */
@XmlType(name = "MonitorInstancesResponseSetItemType")
public class InstanceMonitoringItem {
  @XmlElement(required = true)
  public String instanceId;

  @XmlElement(required = true)
  public MonitoringItem monitoring;
}
