package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** The interrupt is on its way. */
@XmlRootElement(name = "SendDiagnosticInterruptResponse")
@XmlType(name = "SendDiagnosticInterruptResponseType")
public class SendDiagnosticInterruptResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;
}
