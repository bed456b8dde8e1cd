package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** Why something is in the state it is in. */
@XmlType(name = "StateReasonType")
public class StateReasonItem {
  @XmlElement(required = true)
  public String code;

  @XmlElement(required = true)
  public String message;
}
