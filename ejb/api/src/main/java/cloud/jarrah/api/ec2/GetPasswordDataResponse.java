package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;

/** The password, encrypted for the key pair; of other systems none. */
@XmlRootElement(name = "GetPasswordDataResponse")
@XmlType(name = "GetPasswordDataResponseType")
public class GetPasswordDataResponse extends Ec2Response {
  @XmlElement(required = true)
  public String instanceId;

  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant timestamp;

  /** Empty if there is none. */
  @XmlElement(required = true)
  public String passwordData;
}
