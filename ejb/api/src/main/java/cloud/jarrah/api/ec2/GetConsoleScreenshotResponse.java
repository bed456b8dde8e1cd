package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** What a guest shows. */
@XmlRootElement(name = "GetConsoleScreenshotResponse")
@XmlType(name = "GetConsoleScreenshotResponseType")
public class GetConsoleScreenshotResponse extends Ec2Response {
  @XmlElement(required = true)
  public String instanceId;

  /** JPEG in base64. */
  @XmlElement(required = true)
  public String imageData;
}
