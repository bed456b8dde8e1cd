package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** The state an instance is in now and the one before. */
@XmlType(name = "InstanceStateChangeType")
public class InstanceStateChange {
  @XmlElement(required = true)
  public String instanceId;

  @XmlElement(required = true)
  public InstanceStateItem currentState;

  @XmlElement(required = true)
  public InstanceStateItem previousState;
}
