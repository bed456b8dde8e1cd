package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;

/** The console's output. */
@XmlRootElement(name = "GetConsoleOutputResponse")
@XmlType(name = "GetConsoleOutputResponseType")
public class GetConsoleOutputResponse extends Ec2Response {
  @XmlElement(required = true)
  public String instanceId;

  /** When the output was last added to. */
  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant timestamp;

  /** Base64; empty if there is none yet. */
  @XmlElement(required = true)
  public String output;
}
