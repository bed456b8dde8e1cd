package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** An instance's state as clients know it. */
@XmlType(name = "InstanceStateType")
public class InstanceStateItem {
  public int code;

  @XmlElement(required = true)
  public String name;
}
