package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** How one instance and its host are. */
@XmlType(name = "InstanceStatusItemType")
public class InstanceStatusItem {
  @XmlElement(required = true)
  public String instanceId;

  @XmlElement(required = true)
  public String availabilityZone;

  @XmlElementWrapper(name = "eventsSet")
  @XmlElement(name = "item")
  public List<InstanceStatusEvent> eventsSet = new ArrayList<>();

  @XmlElement(required = true)
  public InstanceStateItem instanceState;

  /** Of its host. */
  @XmlElement(required = true)
  public InstanceStatusSummary systemStatus;

  @XmlElement(required = true)
  public InstanceStatusSummary instanceStatus;
}
