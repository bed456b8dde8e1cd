package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;

/** Confirms the tags. */
@XmlRootElement(name = "CreateTagsResponse")
@XmlType(name = "CreateTagsResponseType")
public class CreateTagsResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;
}
