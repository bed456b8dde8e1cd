package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlSchemaType;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;

/** How an interface is attached to its instance. */
@XmlType(name = "InstanceNetworkInterfaceAttachmentType")
public class NetworkInterfaceAttachment {
  @XmlElement(required = true)
  public String attachmentId;

  public int deviceIndex;

  @XmlElement(required = true)
  public String status;

  @XmlElement(required = true)
  @XmlSchemaType(name = "dateTime")
  public Instant attachTime;

  public boolean deleteOnTermination;
}
