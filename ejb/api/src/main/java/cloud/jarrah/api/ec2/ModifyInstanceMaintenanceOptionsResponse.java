package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** What becomes of the instance from now on when its host fails. */
@XmlRootElement(name = "ModifyInstanceMaintenanceOptionsResponse")
@XmlType(name = "ModifyInstanceMaintenanceOptionsResponseType")
public class ModifyInstanceMaintenanceOptionsResponse extends Ec2Response {
  @XmlElement(required = true)
  public String instanceId;

  /** {@code default} or {@code disabled}. */
  @XmlElement(required = true)
  public String autoRecovery;
}
